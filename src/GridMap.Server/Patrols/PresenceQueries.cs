using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Live;
using GridMap.Platform.Schema;

namespace GridMap.Server.Patrols;

/// <summary>What a subscriber is told: a grid stands otherwise, or that the present state has to be read because some changes cannot be told any more.</summary>
/// <param name="GridId">Null with a resync.</param>
public sealed record GridWatchChange(string Cursor, bool Resync, int? GridId);

/// <summary>Where queries begin for grids with and without patrols.</summary>
[QueryType]
public static class PresenceQueries
{
    public static Task<IReadOnlyList<GridWatch>> GridWatchAsync(
        IReadOnlyList<GridWatchState>? states, string? within, Caller caller, FindGridWatches find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePatrols);
        return find.RunAsync(states, RequestValue.IdIfGiven(within).OrError(), caller, cancellationToken);
    }

    public static async Task<PresenceReport> PresenceReportAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        string? within,
        IReadOnlyList<int>? hoursOfWeek,
        PresenceGrouping by,
        Caller caller,
        LoadPresenceReport load,
        CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePatrols);
        return (await load.RunAsync(new PresenceQuestion(from, until, within, hoursOfWeek, by), caller, cancellationToken)).OrError();
    }
}

/// <summary>Grids as patrols come and stay away.</summary>
[SubscriptionType]
public static class PresenceSubscriptions
{
    public static async Task<IAsyncEnumerable<GridWatchChange>> GridWatchChangedAsync(
        string? within, string? cursor, Caller caller, RequestCaller request, FollowFacts follow, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePatrols);
        var area = RequestValue.IdIfGiven(within).OrError();
        var stream = (await follow.RunAsync("grid_presence", area, cursor, request.Credential, cancellationToken)).OrError();
        return stream.In(static (at, fact) => new GridWatchChange(at, fact is null, fact?.GridId));
    }
}

/// <summary>What hangs on a change.</summary>
[ObjectType<GridWatchChange>]
public static class GridWatchChangeResolvers
{
    public static ValueTask<GridWatch?> WatchAsync([Parent] GridWatchChange change, GridWatchesById watches, CancellationToken cancellationToken) =>
        change.GridId is { } id ? watches.LoadAsync(id, cancellationToken) : default;
}

/// <summary>How much patrols are in an area.</summary>
[ExtendObjectType("Area")]
public static class AreaPresence
{
    internal static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(366);

    internal static readonly Refusal Malformed = new(
        "PERIOD_TOO_LONG", "Send until later than from, by 366 days at most.", "until 须晚于 from，且相距不超过 366 天。");

    public static async Task<Presence> PresenceAsync(
        [Parent("Id")] int areaId, DateTimeOffset from, DateTimeOffset until, Caller caller, PresenceOfAreas presence, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePatrols);
        return until <= from || until - from > LongestPeriod
            ? throw Malformed.AsError()
            : await presence.LoadAsync(areaId, new CheckInPeriod(from, until), cancellationToken) ?? Presence.None;
    }
}
