using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>A fix on its way in, with whose it is.</summary>
public readonly record struct IncomingFix(RosterEntry Patrol, Fix Fix, DateTimeOffset ReceivedAt);

/// <summary>What a step says of a fix.</summary>
/// <param name="last">The last fix kept of the same patrol; null when there is none, or when it is not asked for yet.</param>
public delegate FixVerdict FixJudge(in IncomingFix incoming, in Fix? last, DutyRoster roster, FixLimits limits);

/// <summary>Where on its way a fix meets a step.</summary>
public enum FixStage
{
    /// <summary>While the request is read.</summary>
    Reading,

    /// <summary>As soon as it is known whose it is.</summary>
    Arrival,

    /// <summary>By the one writer, in order, when the last fix of the patrol is known.</summary>
    Sequence,

    /// <summary>By the one writer, a batch at once.</summary>
    Batch,
}

/// <summary>A named step of the way of a fix.</summary>
/// <param name="Judge">Null for a step that does something instead of judging.</param>
public sealed record FixStep(string Name, FixStage Stage, FixJudge? Judge = null);

/// <summary>The way of a fix, in order. Every step refuses or filters under a code of its own, which is counted.</summary>
public static class FixSteps
{
    public static IReadOnlyList<FixStep> All { get; } =
    [
        new("parse", FixStage.Reading),
        new("identify", FixStage.Reading),
        new("on duty", FixStage.Arrival, static (in incoming, in _, roster, _) => FixRules.CheckDuty(roster.IsOnDuty(incoming.Patrol, incoming.Fix.At))),
        new("time", FixStage.Arrival, static (in incoming, in _, _, limits) => FixRules.CheckTime(incoming.Fix, incoming.ReceivedAt, limits)),
        new("plausibility", FixStage.Sequence, static (in incoming, in last, _, limits) => FixRules.CheckPlausibility(incoming.Fix, last, limits)),
        new("deduplicate", FixStage.Sequence, static (in incoming, in last, _, _) => FixRules.CheckOrder(incoming.Fix, last)),
        new("latest", FixStage.Sequence),
        new("persist", FixStage.Batch),
        new("publish", FixStage.Batch),
    ];

    private static readonly FixStep[] OnArrival = [.. All.Where(step => step is { Stage: FixStage.Arrival, Judge: not null })];

    private static readonly FixStep[] InSequence = [.. All.Where(step => step is { Stage: FixStage.Sequence, Judge: not null })];

    /// <summary>The verdict of the first step that does not let it pass.</summary>
    public static FixVerdict JudgeArrival(in IncomingFix incoming, DutyRoster roster, FixLimits limits) => Judge(OnArrival, incoming, null, roster, limits);

    /// <summary>The verdict of the first step that does not let it pass.</summary>
    public static FixVerdict JudgeSequence(in IncomingFix incoming, in Fix? last, DutyRoster roster, FixLimits limits) => Judge(InSequence, incoming, last, roster, limits);

    private static FixVerdict Judge(FixStep[] steps, in IncomingFix incoming, in Fix? last, DutyRoster roster, FixLimits limits)
    {
        foreach (var step in steps)
        {
            if (step.Judge!(incoming, last, roster, limits) is { IsPassed: false } verdict)
            {
                return verdict;
            }
        }

        return FixVerdict.Passes;
    }
}
