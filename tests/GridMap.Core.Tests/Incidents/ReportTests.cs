using GridMap.Core.Geography;
using GridMap.Core.Incidents;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Incidents;

public sealed class ReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 3, 17, 0, 0, TimeSpan.Zero);

    private static readonly IncidentRules Rules = new(
        new Dictionary<string, ReportableClass>
        {
            ["20102"] = new("2026.1", "20102", "event", "市容环境", "City appearance", "暴露垃圾", "Exposed rubbish", Urgency.Normal, [new DeadlineRule("closed", 1, DeadlineUnit.UrgentHours)]),
            ["20401"] = new("2026.1", "20401", "event", "突发事件", "Emergencies", "路面塌陷", "Road collapse", Urgency.Urgent, []),
        },
        new WorkingCalendar(new Dictionary<DateOnly, bool>(), WorkingHours.Usual),
        TimeZoneInfo.CreateCustomTimeZone("Shanghai", TimeSpan.FromHours(8), null, null),
        "140214",
        Lattice.Factory.ToGeometry(new Envelope(113, 113.02, 40, 40.01)));

    private static readonly ReportDraft Good = new("20102", "垃圾满溢", 113.01, 40.005);

    [Fact]
    public void A_good_report_gets_its_class_its_local_day_and_its_deadline()
    {
        var report = Report.Judge(Good, Now, Rules).Value;
        Assert.Equal("20102", report.Class.Code);
        Assert.Equal(new DateOnly(2026, 6, 4), report.Day);
        Assert.Equal(Now.AddHours(1), report.DueAt);
    }

    [Fact]
    public void A_class_without_a_rule_has_no_deadline() =>
        Assert.Null(Report.Judge(Good with { ClassCode = "20401" }, Now, Rules).Value.DueAt);

    [Fact]
    public void The_border_belongs_to_the_district() =>
        Assert.False(Report.Judge(Good with { Longitude = 113, Latitude = 40 }, Now, Rules).IsRefused);

    [Theory]
    [InlineData(null, "CLASS_MISSING")]
    [InlineData(" ", "CLASS_MISSING")]
    [InlineData("99999", "CLASS_UNKNOWN")]
    public void An_unknown_class_is_refused(string? code, string refusal) => AssertRefused(refusal, Good with { ClassCode = code });

    [Theory]
    [InlineData(null, 40.005, "POSITION_MISSING")]
    [InlineData(113.01, null, "POSITION_MISSING")]
    [InlineData(double.NaN, 40.005, "POSITION_OFF_THE_GLOBE")]
    [InlineData(113.01, double.NegativeInfinity, "POSITION_OFF_THE_GLOBE")]
    [InlineData(40.005, 113.01, "POSITION_OFF_THE_GLOBE")]
    [InlineData(114.0, 40.005, "POSITION_OUTSIDE_DISTRICT")]
    [InlineData(0.0, 0.0, "POSITION_OUTSIDE_DISTRICT")]
    public void A_position_that_cannot_be_is_refused(double? longitude, double? latitude, string refusal) =>
        AssertRefused(refusal, Good with { Longitude = longitude, Latitude = latitude });

    [Fact]
    public void Swapped_coordinates_are_recognised_where_both_ways_are_on_the_globe()
    {
        var rules = new IncidentRules(
            Rules.Classes, Rules.Calendar, Rules.TimeZone, "000000", Lattice.Factory.ToGeometry(new Envelope(7.40, 7.44, 43.72, 43.76)));
        var refusal = Report.Judge(Good with { Longitude = 43.74, Latitude = 7.42 }, Now, rules).Refusal!;
        Assert.Equal("POSITION_OUTSIDE_DISTRICT", refusal.Code);
        Assert.Contains("swapped", refusal.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "DESCRIPTION_LENGTH")]
    [InlineData(" \n ", "DESCRIPTION_LENGTH")]
    [InlineData("a\u0000b", "TEXT_CONTROL_CHARACTERS")]
    [InlineData("a\u001bb", "TEXT_CONTROL_CHARACTERS")]
    [InlineData("a\uD800b", "TEXT_CONTROL_CHARACTERS")]
    public void A_description_that_is_none_is_refused(string? description, string refusal) =>
        AssertRefused(refusal, Good with { Description = description });

    [Fact]
    public void Two_thousand_characters_are_taken_and_one_more_is_not()
    {
        Assert.False(Report.Judge(Good with { Description = new string('字', 2000) }, Now, Rules).IsRefused);
        AssertRefused("DESCRIPTION_LENGTH", Good with { Description = new string('字', 2001) });
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org/x.jpg")]
    [InlineData("picture.jpg")]
    public void A_media_url_that_is_no_web_address_is_refused(string url) => AssertRefused("MEDIA_URL_INVALID", Good with { MediaUrl = url });

    [Fact]
    public void Long_and_garbled_contact_data_is_refused()
    {
        AssertRefused("TEXT_TOO_LONG", Good with { ReporterPhone = new string('1', 101) });
        AssertRefused("TEXT_CONTROL_CHARACTERS", Good with { ReporterName = "a\u0007" });
    }

    [Fact]
    public void Lines_tabs_and_emoji_are_fine() =>
        Assert.False(Report.Judge(Good with { Description = "第一行\r\n\t第二行 🗑️" }, Now, Rules).IsRefused);

    private static void AssertRefused(string code, ReportDraft draft) => Assert.Equal(code, Report.Judge(draft, Now, Rules).Refusal?.Code);
}
