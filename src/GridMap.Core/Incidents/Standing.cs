namespace GridMap.Core.Incidents;

/// <summary>How an incident stands: its step, and what side steps left.</summary>
/// <param name="DueAt">By when it must be closed; null while it is suspended, and where its class has no deadline.</param>
/// <param name="DuplicateOf">The incident that tells of the same thing.</param>
/// <param name="Rating">1 to 5, as the reporter judged the answer.</param>
public sealed record Standing(
    Step Step,
    bool IsSuspended = false,
    DateTimeOffset? DueAt = null,
    int Extensions = 0,
    bool IsSupervised = false,
    Guid? DuplicateOf = null,
    bool IsCalledBack = false,
    int? Rating = null)
{
    /// <summary>What a move leaves; the deadline is for the working calendar to say.</summary>
    public Standing After(HistoryEntry entry) => entry.Move switch
    {
        Move.Suspend => this with { Step = entry.To, IsSuspended = true, DueAt = null },
        Move.Resume => this with { Step = entry.To, IsSuspended = false },
        Move.Extend => this with { Step = entry.To, Extensions = Extensions + 1 },
        Move.Supervise => this with { Step = entry.To, IsSupervised = true },
        Move.Merge => this with { Step = entry.To, IsSuspended = false, DuplicateOf = entry.RelatedId },
        Move.Void => this with { Step = entry.To, IsSuspended = false },
        Move.Reopen => new Standing(entry.To, IsSupervised: IsSupervised),
        Move.CallBack => this with { Step = entry.To, IsCalledBack = true },
        Move.Rate => this with { Step = entry.To, Rating = entry.Rating },
        _ => this with { Step = entry.To },
    };

    /// <summary>How an incident stands by its history alone, oldest first; the deadline is not told.</summary>
    /// <exception cref="ArgumentException">An entry does not begin where the one before it ended.</exception>
    public static Standing Replay(IEnumerable<HistoryEntry> history)
    {
        Standing? standing = null;
        foreach (var entry in history)
        {
            if (entry.From != standing?.Step)
            {
                throw new ArgumentException($"The history goes on from {entry.From} at {standing?.Step}.", nameof(history));
            }

            standing = standing is null ? new Standing(entry.To) : standing.After(entry);
        }

        return standing ?? throw new ArgumentException("An incident without history.", nameof(history));
    }
}

/// <summary>A row of an incident's history: the move, and what it changed besides the step.</summary>
/// <param name="Move">Null for the report, and where it was not kept.</param>
/// <param name="Extension">How much time it gave.</param>
/// <param name="RelatedId">The incident it was merged into.</param>
public sealed record HistoryEntry(
    Move? Move, Step? From, Step To, DateTimeOffset At, int? PatrolId = null, Extension? Extension = null, Guid? RelatedId = null, int? Rating = null);

/// <summary>Time that is given beyond a deadline.</summary>
public sealed record Extension(int Amount, DeadlineUnit Unit);
