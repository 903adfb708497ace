namespace GridMap.Core.Patrols;

/// <summary>What speaks against sending a patrol.</summary>
public enum DispatchObstacle
{
    OffDuty,

    /// <summary>It is at the incident already.</summary>
    SentAlready,

    /// <summary>Nothing was heard of it for a day.</summary>
    PositionUnknown,

    /// <summary>Its last fix is too old to say where it is.</summary>
    PositionStale,

    /// <summary>No way on foot leads there within the longest walk.</summary>
    OutOfReach,

    /// <summary>It can do none of what the class of the incident asks for.</summary>
    SkillMissing,

    /// <summary>It has as many open assignments as one can have.</summary>
    TooBusy,

    /// <summary>Its shift is over before it could have been there for long enough.</summary>
    ShiftEnds,
}

/// <summary>Where the line is drawn between suitable and not.</summary>
public sealed record DispatchLimits
{
    public int MostOpenAssignments { get; init; } = 3;

    public TimeSpan LongestWalk { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long one assignment is expected to take on scene.</summary>
    public TimeSpan TimeOnScene { get; init; } = TimeSpan.FromMinutes(20);
}

/// <summary>What is known of a patrol that might be sent.</summary>
/// <param name="OnShiftUntil">When its present shift ends; null off duty.</param>
/// <param name="FixAge">How old its last fix is; null when there is none.</param>
/// <param name="WalkSeconds">On foot from its last fix; null when no way leads there within the longest walk.</param>
public sealed record CandidateFacts(
    DateTimeOffset? OnShiftUntil, bool IsSentAlready, int OpenAssignments, IReadOnlyList<string> Skills, TimeSpan? FixAge, double? WalkSeconds);

/// <summary>Whom to send to an incident: what speaks against a patrol, and how soon it could be there.</summary>
public static class Suitability
{
    /// <summary>What speaks against it, nothing for a suitable one.</summary>
    /// <param name="wanted">Skills of which any one is enough; none where everybody can.</param>
    /// <param name="fixGoodFor">How old a fix may be that says where a patrol is.</param>
    public static IReadOnlyList<DispatchObstacle> FindObstacles(
        CandidateFacts facts, IReadOnlyList<string> wanted, DateTimeOffset now, TimeSpan fixGoodFor, DispatchLimits limits) =>
        [.. Each(facts, wanted, now, fixGoodFor, limits)];

    /// <summary>When it could begin, in seconds from now: after what it has open and the walk; null where it cannot be said.</summary>
    public static double? ExpectedSeconds(CandidateFacts facts, DispatchLimits limits) =>
        facts.WalkSeconds + facts.OpenAssignments * limits.TimeOnScene.TotalSeconds;

    private static IEnumerable<DispatchObstacle> Each(
        CandidateFacts facts, IReadOnlyList<string> wanted, DateTimeOffset now, TimeSpan fixGoodFor, DispatchLimits limits)
    {
        if (facts.OnShiftUntil is null)
        {
            yield return DispatchObstacle.OffDuty;
        }

        if (facts.IsSentAlready)
        {
            yield return DispatchObstacle.SentAlready;
        }

        if (facts.FixAge is null)
        {
            yield return DispatchObstacle.PositionUnknown;
        }
        else if (facts.FixAge >= fixGoodFor)
        {
            yield return DispatchObstacle.PositionStale;
        }

        if (facts is { FixAge: not null, WalkSeconds: null })
        {
            yield return DispatchObstacle.OutOfReach;
        }

        if (wanted.Count > 0 && !wanted.Any(facts.Skills.Contains))
        {
            yield return DispatchObstacle.SkillMissing;
        }

        if (facts.OpenAssignments >= limits.MostOpenAssignments)
        {
            yield return DispatchObstacle.TooBusy;
        }

        if (facts.OnShiftUntil is { } until && ExpectedSeconds(facts, limits) is { } seconds && now.AddSeconds(seconds) + limits.TimeOnScene > until)
        {
            yield return DispatchObstacle.ShiftEnds;
        }
    }
}
