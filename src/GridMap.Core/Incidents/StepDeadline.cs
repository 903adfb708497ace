namespace GridMap.Core.Incidents;

/// <summary>By when a step must be reached.</summary>
/// <param name="WarnAt">When a fifth of the time is left.</param>
/// <param name="DueAt">Null while the incident is suspended and its clock stands; so is `WarnAt`.</param>
/// <param name="ReachedAt">Null while it has not been, or after it was taken back.</param>
public sealed record StepDeadline(Step Step, DateTimeOffset? WarnAt, DateTimeOffset? DueAt, DateTimeOffset? ReachedAt)
{
    /// <summary>The share of the time that is left when it is warned.</summary>
    private const double WarnedShare = 0.2;

    /// <summary>
    /// The deadlines of an incident by its history: counted from the report or from when it was reopened last; the time of a suspension does not count, and an
    /// extension gives time beyond every deadline that is neither met nor missed.
    /// </summary>
    /// <param name="history">Oldest first.</param>
    public static IReadOnlyList<StepDeadline> Of(
        IEnumerable<DeadlineRule> rules, IReadOnlyList<HistoryEntry> history, WorkingCalendar calendar, TimeZoneInfo timeZone) =>
        [.. rules.Select(rule => Of(rule, history, new DeadlineClock(calendar, timeZone))).OrderBy(deadline => deadline.Step)];

    private static StepDeadline Of(DeadlineRule rule, IReadOnlyList<HistoryEntry> history, DeadlineClock clock)
    {
        var step = Steps.Parse(rule.Step);
        var begin = Math.Max(0, history.ToList().FindLastIndex(entry => entry.Move == Move.Reopen));
        var allotted = clock.SpanOf(rule.Amount, rule.Unit);
        var due = clock.Add(history[begin].At, allotted, rule.Unit);
        DateTimeOffset? reachedAt = null;
        DateTimeOffset? pausedAt = null;
        foreach (var entry in history.Skip(begin))
        {
            reachedAt = Steps.HasReached(entry.To, step) ? reachedAt ?? entry.At : null;
            var isRunning = reachedAt is null && entry.At <= due;
            if (entry.Move == Move.Suspend)
            {
                pausedAt = isRunning ? entry.At : null;
            }
            else if (entry.Move == Move.Resume && pausedAt is { } from)
            {
                due = clock.Add(entry.At, clock.Between(from, due, rule.Unit), rule.Unit);
                pausedAt = null;
            }
            else if (entry is { Move: Move.Extend, Extension: { } extension } && isRunning)
            {
                var given = clock.SpanOf(extension.Amount, extension.Unit);
                due = clock.Add(due, given, extension.Unit);
                allotted += given;
            }
        }

        return pausedAt is not null && reachedAt is null
            ? new StepDeadline(step, null, null, null)
            : new StepDeadline(step, clock.Subtract(due, allotted * WarnedShare, rule.Unit), due, reachedAt);
    }
}
