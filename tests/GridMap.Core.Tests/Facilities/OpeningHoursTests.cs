using System.Globalization;
using GridMap.Core.Facilities;

namespace GridMap.Core.Tests.Facilities;

public sealed class OpeningHoursTests
{
    // 1 June 2026 is a Monday; the Friday after it is made a public holiday.
    private static readonly HashSet<DateOnly> Holidays = [new(2026, 6, 5)];

    [Theory]
    [InlineData("Mo-Fr 08:30-18:00", "06-01 08:30", true)]
    [InlineData("Mo-Fr 08:30-18:00", "06-01 08:29", false)]
    [InlineData("Mo-Fr 08:30-18:00", "06-01 17:59", true)]
    [InlineData("Mo-Fr 08:30-18:00", "06-01 18:00", false)]
    [InlineData("Mo-Fr 08:30-18:00", "06-06 10:00", false)]
    [InlineData("Mo-Fr 08:30-18:00", "06-05 10:00", true)]
    [InlineData("Mo,We 09:00-12:00", "06-01 10:00", true)]
    [InlineData("Mo,We 09:00-12:00", "06-02 10:00", false)]
    [InlineData("Mo,We 09:00-12:00", "06-03 10:00", true)]
    [InlineData("Sa-Mo 09:00-12:00", "06-06 10:00", true)]
    [InlineData("Sa-Mo 09:00-12:00", "06-07 10:00", true)]
    [InlineData("Sa-Mo 09:00-12:00", "06-01 10:00", true)]
    [InlineData("Sa-Mo 09:00-12:00", "06-02 10:00", false)]
    [InlineData("Mo-Tu,Th-Fr 09:00-12:00", "06-03 10:00", false)]
    [InlineData("Mo-Tu,Th-Fr 09:00-12:00", "06-04 10:00", true)]
    [InlineData("Tu-Tu 09:00-12:00", "06-02 10:00", true)]
    [InlineData("Tu-Tu 09:00-12:00", "06-03 10:00", false)]
    [InlineData("08:00-20:00", "06-07 10:00", true)]
    [InlineData("8:00-20:00", "06-07 08:00", true)]
    [InlineData("Mo-Fr", "06-03 00:00", true)]
    [InlineData("Mo-Fr", "06-06 00:00", false)]
    [InlineData("mo-fr 09:00-12:00", "06-01 10:00", true)]
    [InlineData("  Mo - Fr  09:00 - 12:00 ; ", "06-01 10:00", true)]
    public void Days_and_times(string hours, string time, bool open) => AssertOpen(hours, time, open);

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00,14:00-18:00", "06-01 11:59", true)]
    [InlineData("Mo-Fr 09:00-12:00,14:00-18:00", "06-01 13:00", false)]
    [InlineData("Mo-Fr 09:00-12:00, 14:00-18:00", "06-01 14:00", true)]
    public void Several_times_a_day(string hours, string time, bool open) => AssertOpen(hours, time, open);

    [Theory]
    [InlineData("24/7", "06-07 23:59", true)]
    [InlineData("24/7; Su off", "06-07 23:59", false)]
    [InlineData("24/7; Su off", "06-06 23:59", true)]
    [InlineData("00:00-24:00", "06-07 23:59", true)]
    [InlineData("00:00-24:00", "06-07 00:00", true)]
    [InlineData("open", "06-07 00:00", true)]
    [InlineData("off", "06-07 00:00", false)]
    [InlineData("closed", "06-07 00:00", false)]
    public void Always_and_never(string hours, string time, bool open) => AssertOpen(hours, time, open);

    [Theory]
    [InlineData("Fr 22:00-02:00", "06-05 22:00", true)]
    [InlineData("Fr 22:00-02:00", "06-06 01:59", true)]
    [InlineData("Fr 22:00-02:00", "06-06 02:00", false)]
    [InlineData("Fr 22:00-02:00", "06-05 01:00", false)]
    [InlineData("Fr 22:00-02:00", "06-06 22:00", false)]
    [InlineData("Su 18:00-26:00", "06-08 01:59", true)]
    [InlineData("Su 18:00-26:00", "06-08 02:00", false)]
    [InlineData("20:00-09:00", "06-03 08:59", true)]
    [InlineData("20:00-09:00", "06-03 12:00", false)]
    [InlineData("10:00-10:00", "06-03 09:59", true)]
    [InlineData("Su 10:00-48:00", "06-08 23:59", true)]
    [InlineData("Su 10:00-48:00", "06-09 00:00", false)]
    public void Past_midnight_it_is_still_the_day_it_began_on(string hours, string time, bool open) => AssertOpen(hours, time, open);

    [Theory]
    [InlineData("08:00-20:00; Sa 10:00-12:00", "06-06 09:00", false)]
    [InlineData("08:00-20:00; Sa 10:00-12:00", "06-06 11:00", true)]
    [InlineData("08:00-20:00; Sa 10:00-12:00", "06-04 09:00", true)]
    [InlineData("Sa 10:00-12:00; 08:00-20:00", "06-06 09:00", true)]
    [InlineData("Mo-Su 20:00-02:00; Tu 10:00-12:00", "06-03 01:00", false)]
    [InlineData("Mo-Su 20:00-02:00; Tu 10:00-12:00", "06-02 01:00", true)]
    public void A_later_rule_replaces_the_whole_day(string hours, string time, bool open) => AssertOpen(hours, time, open);

    [Theory]
    [InlineData("Mo-Fr 08:00-12:00, We 14:00-18:00", "06-03 09:00", true)]
    [InlineData("Mo-Fr 08:00-12:00, We 14:00-18:00", "06-03 15:00", true)]
    [InlineData("Mo-Fr 08:00-12:00, We 14:00-18:00", "06-04 15:00", false)]
    public void A_rule_after_a_comma_adds(string hours, string time, bool open) => AssertOpen(hours, time, open);

    [Theory]
    [InlineData("Mo-Su 08:00-20:00; We off", "06-03 09:00", false)]
    [InlineData("Mo-Su 08:00-20:00; We closed", "06-03 09:00", false)]
    [InlineData("Mo-Su 08:00-20:00; We off", "06-04 09:00", true)]
    [InlineData("08:00-20:00; 12:00-13:00 off", "06-04 12:30", false)]
    [InlineData("08:00-20:00; 12:00-13:00 off", "06-04 13:00", true)]
    [InlineData("20:00-02:00; Mo off", "06-02 01:00", false)]
    [InlineData("20:00-02:00; Mo off", "06-01 01:00", true)]
    public void Off_closes_a_day_or_a_time(string hours, string time, bool open) => AssertOpen(hours, time, open);

    [Theory]
    [InlineData("Mo-Fr 08:00-18:00; PH off", "06-05 09:00", false)]
    [InlineData("Mo-Fr 08:00-18:00; PH off", "06-04 09:00", true)]
    [InlineData("Su,PH 10:00-12:00", "06-05 11:00", true)]
    [InlineData("Su,PH 10:00-12:00", "06-07 11:00", true)]
    [InlineData("Su,PH 10:00-12:00", "06-04 11:00", false)]
    [InlineData("PH 10:00-12:00", "06-04 11:00", false)]
    [InlineData("20:00-09:00; PH off", "06-06 08:00", false)]
    public void Public_holidays_are_days_of_their_own(string hours, string time, bool open) => AssertOpen(hours, time, open);

    [Fact]
    public void The_first_and_the_last_moment_of_time_are_answered()
    {
        var hours = OpeningHours.Parse("22:00-02:00").Value;
        Assert.False(hours.IsOpenAt(DateTime.MinValue, Holidays));
        Assert.True(hours.IsOpenAt(DateTime.MaxValue, Holidays));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("Mo-Fr 08:00-18:00,")]
    [InlineData(";Mo-Fr 08:00-18:00")]
    [InlineData("Mo-Fr 08:00-18:00;;Sa off")]
    [InlineData("Mo-")]
    [InlineData("Mo-Fr 08:00")]
    [InlineData("Mo-Fr 08:00-")]
    [InlineData("Mo-Fr 8-18")]
    [InlineData("08:00-18:0")]
    [InlineData("08:60-18:00")]
    [InlineData("25:00-26:00")]
    [InlineData("24:00-26:00")]
    [InlineData("08:00-49:00")]
    [InlineData("08:00-48:01")]
    [InlineData("-8:00-18:00")]
    [InlineData("08:00-18:00+")]
    [InlineData("08:00-18:00 by appointment")]
    [InlineData("Mo-Fr 08:00-18:00 \"call\"")]
    [InlineData("Mo-Fr 08:00-18:00 || off")]
    [InlineData("Jan-Mar 08:00-18:00")]
    [InlineData("week 1-10 Mo 08:00-18:00")]
    [InlineData("SH 08:00-18:00")]
    [InlineData("Mo[1] 08:00-18:00")]
    [InlineData("sunrise-sunset")]
    [InlineData("24/7 08:00-18:00")]
    [InlineData("Monday 08:00-18:00")]
    [InlineData("Mo:08:00-18:00")]
    [InlineData("Xx 08:00-18:00")]
    [InlineData("周一至周五 08:30-18:00")]
    [InlineData("０８:00-18:00")]
    [InlineData("Mo-Fr 08:00–18:00")]
    [InlineData("Mo\0Fr")]
    [InlineData("😀")]
    public void What_is_not_understood_is_refused_not_guessed(string hours) =>
        Assert.Equal("OPENING_HOURS_NOT_UNDERSTOOD", OpeningHours.Parse(hours).Refusal?.Code);

    [Fact]
    public void A_text_longer_than_OpenStreetMap_allows_is_refused() =>
        Assert.True(OpeningHours.Parse(string.Concat(Enumerable.Repeat("Mo 08:00-09:00;", 20_000))).IsRefused);

    [Fact]
    public void Random_texts_of_its_own_words_never_throw()
    {
        const int seed = 7;
        string[] words = ["Mo", "Su", "PH", "-", ",", ";", " ", "08:00", "26:00", "24/7", "off", "open", ":", "9", "48:00-"];
        var random = new Random(seed);
        var understood = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(random.GetItems(words, random.Next(1, 9)));
            var hours = OpeningHours.Parse(text);
            understood += hours.IsRefused ? 0 : 1;
            _ = !hours.IsRefused && hours.Value.IsOpenAt(new DateTime(2026, 6, 1, 10, 0, 0), Holidays);
        }

        Assert.InRange(understood, 100, 19_000);
    }

    private static void AssertOpen(string hours, string time, bool open)
    {
        var local = DateTime.ParseExact($"2026-{time}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var parsed = OpeningHours.Parse(hours);
        Assert.False(parsed.IsRefused, $"{hours} is refused");
        Assert.Equal(open, parsed.Value.IsOpenAt(local, Holidays));
    }
}
