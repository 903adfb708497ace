namespace GridMap.Core.Incidents;

/// <summary>How an incident stood from an instant on.</summary>
public sealed record StandingSince(DateTimeOffset At, Standing Standing);

/// <summary>How an incident stood at each moment, told by its history alone: what was live then, whatever was done since.</summary>
public static class IncidentTimeline
{
    /// <summary>The standings one after the other, each with the time by which the incident had to be closed as it was then.</summary>
    /// <param name="history">Oldest first, with the report.</param>
    /// <param name="closing">How soon its class must be closed; null where it has no deadline.</param>
    public static IEnumerable<StandingSince> Of(
        IReadOnlyList<HistoryEntry> history, DeadlineRule? closing, WorkingCalendar calendar, TimeZoneInfo timeZone)
    {
        Standing? standing = null;
        DateTimeOffset? due = null;
        for (var count = 1; count <= history.Count; count++)
        {
            var entry = history[count - 1];
            if (standing is null || Deadlines.AreMovedBy(entry.Move))
            {
                due = closing is null ? null : StepDeadline.Of([closing], [.. history.Take(count)], calendar, timeZone)[0].DueAt;
            }

            standing = (standing is null ? new Standing(entry.To) : standing.After(entry)) with { DueAt = due };
            yield return new StandingSince(entry.At, standing);
        }
    }

    /// <summary>Those that count in a period: the one in force when it begins, as of that moment, and those that come in it.</summary>
    public static IReadOnlyList<StandingSince> During(IEnumerable<StandingSince> standings, DateTimeOffset from, DateTimeOffset until)
    {
        StandingSince? before = null;
        var during = new List<StandingSince>();
        foreach (var standing in standings)
        {
            if (standing.At <= from)
            {
                before = standing;
            }
            else if (standing.At < until)
            {
                during.Add(standing);
            }
        }

        return before is null ? during : [before with { At = from }, .. during];
    }
}
