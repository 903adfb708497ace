using System.Globalization;
using GridMap.Core.Incidents;

namespace GridMap.Core.Tests.Incidents;

public sealed class DeadlineTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.CreateCustomTimeZone("Shanghai", TimeSpan.FromHours(8), null, null);

    // National Day 2026 (Thursday 1 to Wednesday 7 October) with its make-up days on a Sunday and a Saturday.
    private static readonly WorkingCalendar Calendar = new(
        Enumerable.Range(1, 7).ToDictionary(day => new DateOnly(2026, 10, day), _ => false)
            .Append(new(new DateOnly(2026, 9, 20), true))
            .Append(new(new DateOnly(2026, 10, 10), true))
            .ToDictionary(),
        WorkingHours.Usual);

    [Theory]
    // 2026-06-03 is a Wednesday.
    [InlineData("2026-06-03 10:00", 2, DeadlineUnit.UrgentHours, "2026-06-03 12:00")]
    [InlineData("2026-06-05 23:00", 24, DeadlineUnit.UrgentHours, "2026-06-06 23:00")]
    [InlineData("2026-06-03 10:00", 2, DeadlineUnit.WorkingHours, "2026-06-03 12:00")]
    [InlineData("2026-06-03 16:30", 2, DeadlineUnit.WorkingHours, "2026-06-04 09:30")]
    [InlineData("2026-06-03 07:00", 2, DeadlineUnit.WorkingHours, "2026-06-03 10:30")]
    [InlineData("2026-06-03 22:00", 2, DeadlineUnit.WorkingHours, "2026-06-04 10:30")]
    [InlineData("2026-06-03 15:30", 2, DeadlineUnit.WorkingHours, "2026-06-03 17:30")]
    [InlineData("2026-06-05 17:30", 1, DeadlineUnit.WorkingHours, "2026-06-08 09:30")]
    [InlineData("2026-06-06 12:00", 1, DeadlineUnit.WorkingHours, "2026-06-08 09:30")]
    [InlineData("2026-06-03 10:00", 1, DeadlineUnit.WorkingDays, "2026-06-04 10:00")]
    [InlineData("2026-06-05 16:00", 1, DeadlineUnit.WorkingDays, "2026-06-08 16:00")]
    [InlineData("2026-06-06 12:00", 1, DeadlineUnit.WorkingDays, "2026-06-08 17:30")]
    [InlineData("2026-06-03 10:00", 7, DeadlineUnit.WorkingDays, "2026-06-12 10:00")]
    // Over the holiday week, and onto the Saturday that is worked for it.
    [InlineData("2026-09-30 17:00", 1, DeadlineUnit.WorkingHours, "2026-10-08 09:00")]
    [InlineData("2026-09-30 12:00", 3, DeadlineUnit.WorkingDays, "2026-10-10 12:00")]
    [InlineData("2026-10-09 12:00", 2, DeadlineUnit.WorkingDays, "2026-10-12 12:00")]
    // A Sunday that is worked.
    [InlineData("2026-09-20 09:00", 2, DeadlineUnit.WorkingHours, "2026-09-20 11:00")]
    public void Time_runs_as_the_calendar_says(string reported, int amount, DeadlineUnit unit, string due) => Assert.Equal(
        At(due), Deadline.Find(new DeadlineRule("closed", amount, unit), At(reported).ToUniversalTime(), Calendar, Shanghai));

    [Fact]
    public void A_calendar_without_working_days_is_a_fault_and_not_an_endless_search()
    {
        var never = new WorkingCalendar(
            Enumerable.Range(0, 400).ToDictionary(day => new DateOnly(2026, 1, 1).AddDays(day), _ => false), WorkingHours.Usual);
        Assert.Throws<ArgumentException>(() => never.Add(new DateTime(2026, 2, 1, 10, 0, 0), TimeSpan.FromHours(1)));
    }

    private static DateTimeOffset At(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
