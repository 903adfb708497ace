using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>A patrol that could be sent to an incident, with what speaks for and against it.</summary>
/// <param name="WalkSeconds">On foot from its last fix; null where no way leads there within the longest walk, or nobody knows where it is.</param>
/// <param name="DistanceMeters">From its last fix in a straight line.</param>
/// <param name="ExpectedSeconds">How soon it could begin.</param>
public sealed record DispatchCandidate(
    int PatrolId,
    string PatrolName,
    IReadOnlyList<string> Skills,
    IReadOnlyList<DispatchObstacle> Obstacles,
    double? WalkSeconds,
    double? DistanceMeters,
    double? ExpectedSeconds,
    int OpenAssignments,
    DateTimeOffset? OnShiftUntil,
    DateTimeOffset? LastFixAt,
    double? LastFixAgeSeconds)
{
    public bool IsSuitable => Obstacles.Count == 0;
}
