using System.Globalization;
using GridMap.Core.Incidents;

namespace GridMap.Core.Tests.Incidents;

public sealed class StepDeadlineTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.CreateCustomTimeZone("Shanghai", TimeSpan.FromHours(8), null, null);

    // National Day 2026 (Thursday 1 to Wednesday 7 October) with its make-up days on a Sunday and a Saturday.
    private static readonly WorkingCalendar Calendar = new(
        Enumerable.Range(1, 7).ToDictionary(day => new DateOnly(2026, 10, day), _ => false)
            .Append(new(new DateOnly(2026, 9, 20), true))
            .Append(new(new DateOnly(2026, 10, 10), true))
            .ToDictionary(),
        WorkingHours.Usual);

    private static readonly HistoryEntry Registered = new(Move.Register, Step.Reported, Step.Registered, At("2026-06-03 10:10"));

    [Theory]
    // 2026-06-03 is a Wednesday; a working day has nine hours.
    [InlineData("2026-06-03 10:00", 10, DeadlineUnit.UrgentHours, "2026-06-03 18:00", "2026-06-03 20:00")]
    [InlineData("2026-06-03 10:00", 5, DeadlineUnit.WorkingHours, "2026-06-03 14:00", "2026-06-03 15:00")]
    [InlineData("2026-06-03 17:00", 5, DeadlineUnit.WorkingHours, "2026-06-04 12:00", "2026-06-04 13:00")]
    [InlineData("2026-06-03 16:30", 5, DeadlineUnit.WorkingHours, "2026-06-04 11:30", "2026-06-04 12:30")]
    // Midnight, and the minute before it.
    [InlineData("2026-06-04 00:00", 5, DeadlineUnit.WorkingHours, "2026-06-04 12:30", "2026-06-04 13:30")]
    [InlineData("2026-06-03 23:59", 5, DeadlineUnit.WorkingHours, "2026-06-04 12:30", "2026-06-04 13:30")]
    [InlineData("2026-06-03 23:59", 10, DeadlineUnit.UrgentHours, "2026-06-04 07:59", "2026-06-04 09:59")]
    // Over the holiday week, with its warning before it; and onto the Saturday that is worked for it.
    [InlineData("2026-09-30 13:00", 5, DeadlineUnit.WorkingHours, "2026-09-30 17:00", "2026-10-08 09:00")]
    [InlineData("2026-10-09 13:00", 5, DeadlineUnit.WorkingHours, "2026-10-09 17:00", "2026-10-10 09:00")]
    public void A_fifth_of_the_time_before_it_is_due_it_is_warned(string reported, int amount, DeadlineUnit unit, string warned, string due)
    {
        var deadline = Of(amount, unit, Report(reported));
        Assert.Equal((At(warned), At(due)), (deadline.WarnAt, deadline.DueAt));
    }

    [Fact]
    public void A_suspension_stops_the_clock_and_what_was_left_is_left_when_it_is_resumed()
    {
        var suspended = new HistoryEntry(Move.Suspend, Step.Registered, Step.Registered, At("2026-06-03 12:00"));
        var standing = Of(1, DeadlineUnit.WorkingDays, Report("2026-06-03 10:00"), Registered, suspended);
        Assert.Equal(new StepDeadline(Step.Closed, null, null, null), standing);
        // Seven working hours were left, and the weekend between does not count.
        var resumed = new HistoryEntry(Move.Resume, Step.Registered, Step.Registered, At("2026-06-06 03:00"));
        Assert.Equal(At("2026-06-08 15:30"), Of(1, DeadlineUnit.WorkingDays, Report("2026-06-03 10:00"), Registered, suspended, resumed).DueAt);
        Assert.Equal(At("2026-06-06 11:00"), Of(10, DeadlineUnit.UrgentHours, Report("2026-06-03 10:00"), Registered, suspended, resumed).DueAt);
    }

    [Fact]
    public void An_extension_moves_warning_and_deadline_and_not_what_is_over()
    {
        var extended = new HistoryEntry(
            Move.Extend, Step.Registered, Step.Registered, At("2026-06-03 12:00"), Extension: new Extension(1, DeadlineUnit.WorkingDays));
        var longer = Of(1, DeadlineUnit.WorkingDays, Report("2026-06-03 10:00"), Registered, extended);
        Assert.Equal((At("2026-06-05 10:00"), At("2026-06-04 15:24")), (longer.DueAt, longer.WarnAt));
        Assert.Equal(At("2026-06-03 11:00"), Of(1, DeadlineUnit.WorkingHours, Report("2026-06-03 10:00"), Registered, extended).DueAt);
        var met = StepDeadline.Of([new DeadlineRule("registered", 3, DeadlineUnit.WorkingHours)], [Report("2026-06-03 10:00"), Registered, extended], Calendar, Shanghai).Single();
        Assert.Equal((At("2026-06-03 13:00"), At("2026-06-03 10:10")), (met.DueAt, met.ReachedAt));
    }

    [Fact]
    public void What_is_sent_back_has_not_been_reached_and_what_is_reopened_begins_anew()
    {
        HistoryEntry[] way =
        [
            Report("2026-06-03 10:00"), Registered, new(Move.Return, Step.Registered, Step.Reported, At("2026-06-03 10:20")),
            new(Move.SelfHandle, Step.Reported, Step.Closed, At("2026-06-03 10:30")), new(Move.Reopen, Step.Closed, Step.Registered, At("2026-06-04 09:00")),
        ];
        var rule = new DeadlineRule("registered", 1, DeadlineUnit.WorkingHours);
        Assert.Null(StepDeadline.Of([rule], way[..3], Calendar, Shanghai).Single().ReachedAt);
        Assert.Equal(At("2026-06-03 10:30"), StepDeadline.Of([rule], way[..4], Calendar, Shanghai).Single().ReachedAt);
        Assert.Equal(At("2026-06-04 10:00"), StepDeadline.Of([rule], way, Calendar, Shanghai).Single().DueAt);
    }

    [Fact]
    public void Working_time_added_and_taken_away_again_is_the_time_between()
    {
        var chance = new Random(20260603);
        for (var i = 0; i < 2_000; i++)
        {
            var from = new DateTime(2026, 9, 1).AddMinutes(chance.Next(60 * 24 * 60));
            var span = TimeSpan.FromMinutes(chance.Next(1, 60 * 90));
            var until = Calendar.Add(from, span);
            Assert.True(until > from, $"{from:O} + {span}");
            Assert.Equal(span, Calendar.Between(from, until));
            Assert.Equal(span, Calendar.Between(Calendar.Subtract(until, span), until));
            Assert.True(Calendar.Add(from, span + TimeSpan.FromMinutes(1)) > until);
        }
    }

    private static StepDeadline Of(int amount, DeadlineUnit unit, params HistoryEntry[] history) =>
        StepDeadline.Of([new DeadlineRule("closed", amount, unit)], history, Calendar, Shanghai).Single();

    private static HistoryEntry Report(string at) => new(null, null, Step.Reported, At(at));

    private static DateTimeOffset At(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
