using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>A fix on its way in, with all that the rules look at.</summary>
public readonly record struct IncomingFix(RosterEntry Patrol, Fix Fix, DateTimeOffset ReceivedAt);

/// <summary>A named step a fix has to pass as soon as it arrives.</summary>
public sealed record ArrivalStep(string Name, Func<IncomingFix, DutyRoster, FixLimits, FixVerdict> Judge);

/// <summary>A named step that compares a fix with the last one kept of the same patrol; asked by the one writer, in order.</summary>
public sealed record SequenceStep(string Name, Func<Fix, Fix?, FixLimits, FixVerdict> Judge);

/// <summary>The way of a fix: identify → the arrival steps → queue → the sequence steps → persist → place on the map.</summary>
public static class FixSteps
{
    public static IReadOnlyList<ArrivalStep> OnArrival { get; } =
    [
        new("receiver", static (incoming, _, _) => FixRules.CheckReceiver(incoming.Fix)),
        new("time", static (incoming, _, limits) => FixRules.CheckTime(incoming.Fix, incoming.ReceivedAt, limits)),
        new("accuracy", static (incoming, _, limits) => FixRules.CheckAccuracy(incoming.Fix, limits)),
        new("duty", static (incoming, roster, _) => FixRules.CheckDuty(roster.IsOnDuty(incoming.Patrol, incoming.Fix.At))),
    ];

    public static IReadOnlyList<SequenceStep> InSequence { get; } =
    [
        new("order", static (fix, last, _) => FixRules.CheckOrder(fix, last)),
        new("movement", static (fix, last, limits) => FixRules.CheckMovement(fix, last, limits)),
    ];

    /// <summary>The verdict of the first step that does not let it pass.</summary>
    public static FixVerdict JudgeArrival(in IncomingFix incoming, DutyRoster roster, FixLimits limits)
    {
        foreach (var step in OnArrival)
        {
            if (step.Judge(incoming, roster, limits) is { IsPassed: false } verdict)
            {
                return verdict;
            }
        }

        return FixVerdict.Passes;
    }

    /// <summary>The verdict of the first step that does not let it pass.</summary>
    public static FixVerdict JudgeSequence(in Fix fix, in Fix? last, FixLimits limits)
    {
        foreach (var step in InSequence)
        {
            if (step.Judge(fix, last, limits) is { IsPassed: false } verdict)
            {
                return verdict;
            }
        }

        return FixVerdict.Passes;
    }
}
