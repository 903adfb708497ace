namespace GridMap.Core.Incidents;

/// <summary>How the time of a deadline is counted.</summary>
public enum DeadlineUnit
{
    /// <summary>紧急工作时: hours around the clock.</summary>
    UrgentHours,

    /// <summary>工作时: hours in which the office works.</summary>
    WorkingHours,

    /// <summary>工作日: as many working hours as the office works on so many days.</summary>
    WorkingDays,
}

/// <summary>A step that must be reached in time, counted from the report.</summary>
public sealed record DeadlineRule(string Step, int Amount, DeadlineUnit Unit);

/// <summary>When a step of an incident is due.</summary>
public static class Deadline
{
    /// <summary>The instant by which the rule's step must be reached, for an incident reported at an instant in a place with this time zone.</summary>
    public static DateTimeOffset Find(DeadlineRule rule, DateTimeOffset reportedAt, WorkingCalendar calendar, TimeZoneInfo timeZone)
    {
        var clock = new DeadlineClock(calendar, timeZone);
        return clock.Add(reportedAt, clock.SpanOf(rule.Amount, rule.Unit), rule.Unit);
    }
}

/// <summary>What moves make of deadlines.</summary>
public static class Deadlines
{
    /// <summary>Whether a move changes by when an incident must be handled and closed; every other one leaves it as it is.</summary>
    public static bool AreMovedBy(Move? move) => move is Move.Extend or Move.Suspend or Move.Resume or Move.Reopen;
}
