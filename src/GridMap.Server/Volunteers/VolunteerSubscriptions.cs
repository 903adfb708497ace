using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Live;
using GridMap.Platform.Schema;

namespace GridMap.Server.Volunteers;

/// <summary>What a subscriber is told of a wish.</summary>
/// <param name="Id">Null with a resync.</param>
public sealed record WishChange(string Cursor, bool Resync, Guid? Id);

/// <summary>What a subscriber is told of an activity.</summary>
/// <param name="Id">Null with a resync.</param>
public sealed record ActivityChange(string Cursor, bool Resync, Guid? Id);

/// <summary>Wishes and activities as they change, out of the change log.</summary>
[SubscriptionType]
public static class VolunteerSubscriptions
{
    public static async Task<IAsyncEnumerable<WishChange>> WishChangedAsync(
        string? cursor, Caller caller, RequestCaller request, FollowFacts follow, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        var stream = (await follow.RunAsync("wish", within: null, cursor, request.Credential, cancellationToken)).OrError();
        return stream.In(static (at, fact) => new WishChange(at, fact is null, fact?.Key));
    }

    public static async Task<IAsyncEnumerable<ActivityChange>> ActivityChangedAsync(
        string? cursor, Caller caller, RequestCaller request, FollowFacts follow, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        var stream = (await follow.RunAsync("activity", within: null, cursor, request.Credential, cancellationToken)).OrError();
        return stream.In(static (at, fact) => new ActivityChange(at, fact is null, fact?.Key));
    }
}

/// <summary>What hangs on a change.</summary>
[ObjectType<WishChange>]
public static class WishChangeResolvers
{
    public static ValueTask<Wish?> WishAsync([Parent] WishChange change, WishesById wishes, CancellationToken cancellationToken) =>
        change.Id is { } id ? wishes.LoadAsync(id, cancellationToken) : default;
}

/// <summary>What hangs on a change.</summary>
[ObjectType<ActivityChange>]
public static class ActivityChangeResolvers
{
    public static ValueTask<Activity?> ActivityAsync([Parent] ActivityChange change, ActivitiesById activities, CancellationToken cancellationToken) =>
        change.Id is { } id ? activities.LoadAsync(id, cancellationToken) : default;
}
