using GridMap.Core.Incidents;

namespace GridMap.Core.Tests.Incidents;

public sealed class IncidentTimelineTests
{
    private static readonly DateTimeOffset Reported = new(2026, 6, 3, 1, 0, 0, TimeSpan.Zero);

    private static readonly WorkingCalendar Calendar = new(new Dictionary<DateOnly, bool>(), WorkingHours.Usual);

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly DeadlineRule Closing = new("closed", 4, DeadlineUnit.UrgentHours);

    private static readonly HistoryEntry[] History =
    [
        new(null, null, Step.Reported, Reported),
        new(Move.Register, Step.Reported, Step.Registered, Reported.AddMinutes(10)),
        new(Move.Suspend, Step.Registered, Step.Registered, Reported.AddMinutes(60)),
        new(Move.Resume, Step.Registered, Step.Registered, Reported.AddMinutes(90)),
        new(Move.Merge, Step.Registered, Step.Voided, Reported.AddMinutes(100), RelatedId: Guid.Empty),
        new(Move.Reopen, Step.Voided, Step.Registered, Reported.AddMinutes(200)),
    ];

    [Fact]
    public void Each_moment_has_the_step_and_the_deadline_it_had_then()
    {
        var standings = IncidentTimeline.Of(History, Closing, Calendar, Zone).ToList();
        Assert.Equal(
            [Step.Reported, Step.Registered, Step.Registered, Step.Registered, Step.Voided, Step.Registered], standings.Select(since => since.Standing.Step));
        Assert.Equal([false, false, true, false, false, false], standings.Select(since => since.Standing.IsSuspended));
        DateTimeOffset? At(int minutes) => Reported.AddMinutes(minutes);
        // Half an hour of suspension is given back; what is reopened begins anew.
        Assert.Equal([At(240), At(240), null, At(270), At(270), At(440)], standings.Select(since => since.Standing.DueAt));
        Assert.Equal(Standing.Replay(History), standings[^1].Standing with { DueAt = null });
    }

    [Fact]
    public void A_period_begins_with_how_it_stood_then_and_ends_before_what_came_later()
    {
        var during = IncidentTimeline.During(IncidentTimeline.Of(History, null, Calendar, Zone), Reported.AddMinutes(20), Reported.AddMinutes(100));
        Assert.Equal([20, 60, 90], during.Select(since => (int)(since.At - Reported).TotalMinutes));
        Assert.All(during, since => Assert.Null(since.Standing.DueAt));
        Assert.Equal([0.0], IncidentTimeline.During(IncidentTimeline.Of(History, null, Calendar, Zone), Reported.AddHours(-1), Reported.AddMinutes(5))
            .Select(since => (since.At - Reported).TotalMinutes));
        Assert.Empty(IncidentTimeline.During(IncidentTimeline.Of(History, null, Calendar, Zone), Reported.AddHours(-2), Reported));
    }
}
