using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;

namespace GridMap.Server.Volunteers;

/// <summary>What hangs on a wish.</summary>
[ObjectType<Wish>]
public static class WishResolvers
{
    public static ValueTask<Claim?> ClaimAsync([Parent] Wish wish, ClaimsOfWishes claims, CancellationToken cancellationToken) =>
        claims.LoadAsync(wish.Id, cancellationToken);
}

/// <summary>What hangs on a claim.</summary>
[ObjectType<Claim>]
public static class ClaimResolvers
{
    public static ValueTask<Volunteer?> VolunteerAsync([Parent] Claim claim, VolunteersById volunteers, CancellationToken cancellationToken) =>
        volunteers.LoadAsync(claim.VolunteerId, cancellationToken);
}

/// <summary>What hangs on a volunteer.</summary>
[ObjectType<Volunteer>]
public static class VolunteerTeamResolvers
{
    public static ValueTask<VolunteerTeam?> TeamAsync([Parent] Volunteer volunteer, TeamsById teams, CancellationToken cancellationToken) =>
        teams.LoadAsync(volunteer.TeamId, cancellationToken);
}

/// <summary>What hangs on an activity.</summary>
[ObjectType<Activity>]
public static class ActivityResolvers
{
    public static ValueTask<VolunteerTeam?> TeamAsync([Parent] Activity activity, TeamsById teams, CancellationToken cancellationToken) =>
        teams.LoadAsync(activity.TeamId, cancellationToken);

    public static ValueTask<int> SignupCountAsync([Parent] Activity activity, SignupCounts counts, CancellationToken cancellationToken) =>
        counts.LoadAsync(activity.Id, cancellationToken);

    public static async Task<IReadOnlyList<Signup>> SignupsAsync([Parent] Activity activity, SignupsOfActivities signups, CancellationToken cancellationToken) =>
        await signups.LoadAsync(activity.Id, cancellationToken) ?? [];
}

/// <summary>What hangs on a place in an activity.</summary>
[ObjectType<Signup>]
public static class SignupResolvers
{
    public static ValueTask<Volunteer?> VolunteerAsync([Parent] Signup signup, VolunteersById volunteers, CancellationToken cancellationToken) =>
        volunteers.LoadAsync(signup.VolunteerId, cancellationToken);
}

/// <summary>The wish of a payload, as it stands after the mutation.</summary>
[ObjectType<WishPayload>]
public static class WishPayloadResolvers
{
    public static async Task<Wish?> WishAsync(
        [Parent] WishPayload payload, Caller caller, CurrentAreas areas, WishesById wishes, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeVolunteers, cancellationToken);
        return payload.WishId is { } id && await wishes.LoadAsync(id, cancellationToken) is { } wish && scope.Contains(wish.GridId) ? wish : null;
    }
}

/// <summary>The activity of a payload, as it stands after the mutation.</summary>
[ObjectType<ActivityPayload>]
public static class ActivityPayloadResolvers
{
    public static async Task<Activity?> ActivityAsync(
        [Parent] ActivityPayload payload, Caller caller, CurrentAreas areas, ActivitiesById activities, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeVolunteers, cancellationToken);
        return payload.ActivityId is { } id && await activities.LoadAsync(id, cancellationToken) is { } activity && scope.Contains(activity.GridId)
            ? activity
            : null;
    }
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<WishPage>("WishConnection")]
public static class WishConnectionResolvers
{
    public static Task<int> TotalCountAsync([Parent] WishPage page, CountWishes count, CancellationToken cancellationToken) =>
        count.RunAsync(page.Filter, page.Grids, cancellationToken);
}

/// <summary>What is counted only when it is asked for.</summary>
[ObjectType<ActivityPage>("ActivityConnection")]
public static class ActivityConnectionResolvers
{
    public static Task<int> TotalCountAsync([Parent] ActivityPage page, CountActivities count, CancellationToken cancellationToken) =>
        count.RunAsync(page.Filter, page.Grids, cancellationToken);
}
