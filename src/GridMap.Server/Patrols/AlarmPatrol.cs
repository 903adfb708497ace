using GridMap.GraphQL.Execution;

namespace GridMap.Server.Patrols;

/// <summary>The patrol or the patrol point that an alarm is about.</summary>
[ExtendObjectType("Alarm")]
public static class AlarmPatrol
{
    public static ValueTask<Patrol?> PatrolAsync([Parent("PatrolId")] int? patrolId, PatrolsById patrols, CancellationToken cancellationToken) =>
        patrolId is { } id ? patrols.LoadAsync(id, cancellationToken) : default;

    public static ValueTask<PatrolPoint?> PatrolPointAsync(
        [Parent("PatrolPointId")] int? patrolPointId, PatrolPointsById points, CancellationToken cancellationToken) =>
        patrolPointId is { } id ? points.LoadAsync(id, cancellationToken) : default;
}
