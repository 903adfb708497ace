using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Patrols;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
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

/// <summary>Whom to send to an incident.</summary>
[ExtendObjectType("Incident")]
public static class IncidentCandidates
{
    private static readonly Refusal FirstOutOfRange = new(
        "PAGE_SIZE_OUT_OF_RANGE", $"Ask for 1 to {FindCandidates.Most} candidates by first.", $"first 须在 1 至 {FindCandidates.Most} 之间。");

    public static async Task<IReadOnlyList<DispatchCandidate>> CandidatesAsync(
        [Parent("Id")] Guid incidentId, int first, bool includeUnsuitable, Caller caller, FindCandidates find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.Dispatch);
        return first is >= 1 and <= FindCandidates.Most
            ? (await find.RunAsync(incidentId, first, includeUnsuitable, caller, cancellationToken)).OrError()
            : throw FirstOutOfRange.AsError();
    }

    public static async Task<WalkToIncident?> WalkFromAsync(
        [Parent("Id")] Guid incidentId, string patrolId, Caller caller, FindWalk find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.Dispatch);
        return (await find.RunAsync(incidentId, RequestValue.Id(patrolId).OrError(), caller, cancellationToken)).OrError();
    }
}

/// <summary>The way of a patrol to an incident, as the schema names it.</summary>
[ObjectType<WalkToIncident>]
public static class WalkToIncidentResolvers;

/// <summary>The patrol that could be sent.</summary>
[ObjectType<DispatchCandidate>]
public static class DispatchCandidateResolvers
{
    public static ValueTask<Patrol?> PatrolAsync([Parent] DispatchCandidate candidate, PatrolsById patrols, CancellationToken cancellationToken) =>
        patrols.LoadAsync(candidate.PatrolId, cancellationToken);
}
