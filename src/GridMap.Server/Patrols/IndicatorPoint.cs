using GridMap.GraphQL.Execution;

namespace GridMap.Server.Patrols;

/// <summary>The patrol point that an item of an indicator is about.</summary>
[ExtendObjectType("IndicatorItem")]
public static class IndicatorPoint
{
    public static ValueTask<PatrolPoint?> PatrolPointAsync(
        [Parent("PatrolPointId")] int? patrolPointId, PatrolPointsById points, CancellationToken cancellationToken) =>
        patrolPointId is { } id ? points.LoadAsync(id, cancellationToken) : default;
}
