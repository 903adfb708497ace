using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Schema;

namespace GridMap.Server.Volunteers;

/// <summary>Where queries begin for activities and wishes.</summary>
[QueryType]
public static class VolunteerQueries
{
    private static readonly Refusal KeyMissing = new("WISH_KEY_MISSING", "Send either id or number.", "请提供 id 或 number 中的一项。");

    public static async Task<Activity?> ActivityAsync(
        string id, Caller caller, CurrentAreas areas, ActivitiesById activities, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        var scope = await areas.ScopeAsync(caller, Permission.SeeVolunteers, cancellationToken);
        return Guid.TryParse(id, out var key) && await activities.LoadAsync(key, cancellationToken) is { } activity && scope.Contains(activity.GridId)
            ? activity
            : null;
    }

    public static async Task<ActivityPage> ActivitiesAsync(
        ActivityFilter? filter,
        int? first,
        string? after,
        int? last,
        string? before,
        Caller caller,
        CurrentAreas areas,
        FindActivities find,
        CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        var kept = filter ?? new ActivityFilter();
        kept.FindRefusal().ThrowAsError();
        var page = PageRequest.Parse(first, after, last, before).OrError();
        var scope = await areas.ScopeAsync(caller, Permission.SeeVolunteers, kept.WithinId, cancellationToken);
        return await find.RunAsync(kept, scope.Grids, page, cancellationToken);
    }

    public static async Task<Wish?> WishAsync(
        string? id, string? number, Caller caller, CurrentAreas areas, FindWishKey findKey, WishesById wishes, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        if (id is null == number is null)
        {
            throw KeyMissing.AsError();
        }

        var key = number is not null ? await findKey.RunAsync(number, cancellationToken) : Guid.TryParse(id, out var parsed) ? parsed : null;
        var scope = await areas.ScopeAsync(caller, Permission.SeeVolunteers, cancellationToken);
        return key is { } known && await wishes.LoadAsync(known, cancellationToken) is { } wish && scope.Contains(wish.GridId) ? wish : null;
    }

    public static async Task<WishPage> WishesAsync(
        WishFilter? filter,
        int? first,
        string? after,
        int? last,
        string? before,
        Caller caller,
        CurrentAreas areas,
        FindWishes find,
        CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeVolunteers);
        var kept = filter ?? new WishFilter();
        kept.FindRefusal().ThrowAsError();
        var page = PageRequest.Parse(first, after, last, before).OrError();
        var scope = await areas.ScopeAsync(caller, Permission.SeeVolunteers, kept.WithinId, cancellationToken);
        return await find.RunAsync(kept, scope.Grids, page, cancellationToken);
    }
}
