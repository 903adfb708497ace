using GridMap.Core.Access;
using GridMap.Core.Patrols;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Schema;

namespace GridMap.Server.Patrols;

/// <summary>What hangs on a patrol.</summary>
[ObjectType<Patrol>]
public static class PatrolResolvers
{
    public static async Task<IReadOnlyList<Shift>> ShiftsAsync([Parent] Patrol patrol, ShiftsOfPatrols shifts, CancellationToken cancellationToken) =>
        await shifts.LoadAsync(patrol.Id, cancellationToken) ?? [];

    public static ValueTask<Fix?> LastFixAsync([Parent] Patrol patrol, LatestFixes latest, CancellationToken cancellationToken) =>
        latest.FindAsync(patrol.Id, cancellationToken);

    public static async Task<Track> TrackAsync(
        [Parent] Patrol patrol, DateTimeOffset from, DateTimeOffset until, Caller caller, PlayTrack play, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeTracks);
        return (await play.RunAsync(patrol, from, until, caller, cancellationToken)).OrError();
    }
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<PatrolPage>("PatrolConnection")]
public static class PatrolConnectionResolvers
{
    public static Task<int> TotalCountAsync([Parent] PatrolPage page, Caller caller, CountPatrols count, CancellationToken cancellationToken) =>
        count.RunAsync(page.Filter, caller, cancellationToken);
}

/// <summary>The patrols of an area.</summary>
[ExtendObjectType("Area")]
public static class AreaPatrolResolvers
{
    public static async Task<IReadOnlyList<Patrol>> PatrolsAsync(
        [Parent("Id")] int areaId, bool? onDuty, Caller caller, PatrolsOfAreas patrols, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePatrols);
        return await patrols.LoadAsync(areaId, new Duty(onDuty), cancellationToken) ?? [];
    }

    public static async Task<PatrolCount> PatrolCountAsync([Parent("Id")] int areaId, Caller caller, PatrolCountsOfAreas counts, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePatrols);
        return await counts.LoadAsync(areaId, cancellationToken) ?? PatrolCount.None;
    }

    public static async Task<IReadOnlyList<PatrolPoint>> PatrolPointsAsync(
        [Parent("Id")] int areaId, Caller caller, PatrolPointsOfAreas points, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        return await points.LoadAsync(areaId, cancellationToken) ?? [];
    }

    public static ValueTask<DateTimeOffset?> LastCheckInAtAsync(
        [Parent("Id")] int areaId, Caller caller, LastCheckInsOfAreas visits, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        return visits.LoadAsync(areaId, cancellationToken);
    }
}

/// <summary>The patrol that was sent to an incident.</summary>
[ExtendObjectType("Assignment")]
public static class AssignmentPatrol
{
    public static ValueTask<Patrol?> PatrolAsync([Parent("PatrolId")] int patrolId, PatrolsById patrols, CancellationToken cancellationToken) =>
        patrols.LoadAsync(patrolId, cancellationToken);
}
