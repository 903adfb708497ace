using GridMap.Core.Incidents;

namespace GridMap.Districts.Life;

/// <summary>When each step of an incident was reached, if nothing stops it.</summary>
public sealed record IncidentTimes(
    DateTimeOffset Reported,
    DateTimeOffset Registered,
    DateTimeOffset Assigned,
    DateTimeOffset Handling,
    DateTimeOffset OnScene,
    DateTimeOffset Feedback,
    DateTimeOffset Closed,
    DateTimeOffset? Due,
    DateTimeOffset? HandlingDue);

/// <summary>
/// Draws the times of the six steps from the deadline of the class: most take a third of what they may, a few take longer than they may.
/// What is counted in working time is worked on in working time only.
/// </summary>
public sealed class IncidentClock(LocalCalendar calendar, IncidentLifeRules rules, Chance chance)
{
    private const double UsualHours = 24;

    private const int FirstHour = 7;

    private const int LastHour = 22;

    public IncidentTimes Draw(DateTime local, DeadlineRule? outcome, DeadlineRule? closing, double gridDelay)
    {
        var reported = calendar.Instant(local);
        DateTimeOffset? DueBy(DeadlineRule? rule) => rule is null ? null : Deadline.Find(rule, reported, calendar.Working, calendar.TimeZone);
        var isAroundTheClock = closing is null or { Unit: DeadlineUnit.UrgentHours };
        var total = Hours(closing) * chance.LogNormal(rules.DeadlineShareMedian, rules.DeadlineShareSigma);
        var registered = reported.AddSeconds(chance.LogNormal(isAroundTheClock ? 150 : 380, 0.6));
        var assigned = registered.AddSeconds(chance.LogNormal(isAroundTheClock ? 240 : 420, 0.6));
        if (!isAroundTheClock)
            assigned = InDaytime(assigned);

        var handling = assigned.AddSeconds(chance.LogNormal(isAroundTheClock ? 160 : 260, 0.6));
        var onScene = handling.AddSeconds(chance.LogNormal(isAroundTheClock ? 560 : 640, 0.5) * gridDelay);
        var feedback = isAroundTheClock ? onScene.AddHours(total * 0.7) : After(onScene, total * 0.75);
        var closed = isAroundTheClock ? feedback.AddHours(total * 0.3) : After(feedback, total * 0.2);
        return new IncidentTimes(reported, registered, assigned, handling, onScene, feedback, closed, DueBy(closing), DueBy(outcome));
    }

    private double Hours(DeadlineRule? closing) => closing switch
    {
        null => UsualHours,
        { Unit: DeadlineUnit.UrgentHours or DeadlineUnit.WorkingHours } => closing.Amount,
        { Unit: DeadlineUnit.WorkingDays } => closing.Amount * calendar.Working.Hours.PerDay.TotalHours,
        _ => throw new ArgumentOutOfRangeException(nameof(closing), closing.Unit, null),
    };

    // What can wait is not sent out at night.
    private DateTimeOffset InDaytime(DateTimeOffset instant)
    {
        var local = calendar.Local(instant);
        if (local.Hour is >= FirstHour and < LastHour)
            return instant;

        var morning = (local.Hour >= LastHour ? local.Date.AddDays(1) : local.Date).AddHours(FirstHour);
        return calendar.Instant(morning).AddSeconds(chance.LogNormal(1500, 0.7));
    }

    // So many working hours later; a few minutes of real time always pass, so that no two steps fall together.
    private DateTimeOffset After(DateTimeOffset instant, double workingHours)
    {
        var later = calendar.Instant(calendar.Working.Add(calendar.Local(instant), TimeSpan.FromHours(workingHours)));
        return later.AddSeconds(20 + chance.Below(400));
    }
}
