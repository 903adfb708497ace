using GridMap.Core.Access;
using GridMap.Core.Replay;
using GridMap.GraphQL.Execution;

namespace GridMap.Server.Volunteers;

/// <summary>The activities of a period of the past.</summary>
[ExtendObjectType("Replay")]
public static class ReplayActivities
{
    public static async Task<IReadOnlyList<Activity>?> ActivitiesAsync(
        [Parent] ReplayPeriod period, Caller caller, FindReplayedActivities find, CancellationToken cancellationToken) =>
        AccessRules.AllowsSomewhere(caller, Permission.SeeVolunteers) ? await find.RunAsync(period, caller, cancellationToken) : null;
}
