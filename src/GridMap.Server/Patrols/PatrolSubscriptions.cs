using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Patrols;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Live;
using GridMap.Platform.Schema;
using Bounds = GridMap.Core.Geography.Bounds;

namespace GridMap.Server.Patrols;

/// <summary>What a subscriber is told: a visit, or that the present ones have to be read because some cannot be told any more.</summary>
/// <param name="CheckInId">Null with a resync.</param>
public sealed record CheckInNews(string Cursor, bool Resync, long? CheckInId);

/// <summary>What a subscriber is told: a point changed, or that the present ones have to be read because some changes cannot be told any more.</summary>
/// <param name="Id">Null with a resync.</param>
public sealed record PatrolPointChange(string Cursor, bool Resync, int? Id);

/// <summary>Patrols as they move and check in, points as they change.</summary>
[SubscriptionType]
public static class PatrolSubscriptions
{
    public static async Task<IAsyncEnumerable<PositionBatch>> PositionsAsync(
        Bounds? bounds, Caller caller, RequestCaller request, FollowPositions follow, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePatrols);
        return (await follow.RunAsync(bounds, request.Credential, cancellationToken)).OrError().Batches;
    }

    public static async Task<IAsyncEnumerable<CheckInNews>> CheckedInAsync(
        string? within, string? cursor, Caller caller, RequestCaller request, FollowFacts follow, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVisits);
        var area = RequestValue.IdIfGiven(within).OrError();
        var stream = (await follow.RunAsync("check_in", area, cursor, request.Credential, cancellationToken)).OrError();
        return stream.In(static (at, fact) => new CheckInNews(at, fact is null, fact?.Number));
    }

    public static async Task<IAsyncEnumerable<PatrolPointChange>> PatrolPointChangedAsync(
        string? within, string? cursor, Caller caller, RequestCaller request, FollowFacts follow, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        var area = RequestValue.IdIfGiven(within).OrError();
        var stream = (await follow.RunAsync("patrol_point", area, cursor, request.Credential, cancellationToken)).OrError();
        return stream.In(static (at, fact) => new PatrolPointChange(at, fact is null, fact?.Number));
    }
}

/// <summary>What hangs on a position.</summary>
[ObjectType<PatrolPosition>]
public static class PatrolPositionResolvers
{
    public static ValueTask<Patrol?> PatrolAsync([Parent] PatrolPosition position, PatrolsById patrols, CancellationToken cancellationToken) =>
        patrols.LoadAsync(position.PatrolId, cancellationToken);

    public static Position Position([Parent("Fix")] Fix fix) => fix.Position;

    public static DateTimeOffset At([Parent("Fix")] Fix fix) => fix.At;

    public static double? BearingDegrees([Parent("Fix")] Fix fix) => fix.BearingDegrees;

    public static double? SpeedMps([Parent("Fix")] Fix fix) => fix.SpeedMps;

    public static double AgeSeconds([Parent("Fix")] Fix fix, TimeProvider clock) => FixResolvers.AgeSeconds(fix, clock);
}

/// <summary>What hangs on a visit that is told.</summary>
[ObjectType<CheckInNews>]
public static class CheckInNewsResolvers
{
    public static ValueTask<CheckIn?> CheckInAsync([Parent] CheckInNews news, CheckInsById checkIns, CancellationToken cancellationToken) =>
        news.CheckInId is { } id ? checkIns.LoadAsync(id, cancellationToken) : default;
}

/// <summary>What hangs on a change that is told.</summary>
[ObjectType<PatrolPointChange>]
public static class PatrolPointChangeResolvers
{
    public static ValueTask<PatrolPoint?> PatrolPointAsync([Parent] PatrolPointChange change, PatrolPointsById points, CancellationToken cancellationToken) =>
        change.Id is { } id ? points.LoadAsync(id, cancellationToken) : default;
}
