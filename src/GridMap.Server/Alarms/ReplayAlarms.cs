using GridMap.Core.Access;
using GridMap.Core.Replay;
using GridMap.GraphQL.Execution;

namespace GridMap.Server.Alarms;

/// <summary>The alarms of a period of the past.</summary>
[ExtendObjectType("Replay")]
public static class ReplayAlarms
{
    public static async Task<IReadOnlyList<Alarm>?> AlarmsAsync(
        [Parent] ReplayPeriod period, Caller caller, FindReplayedAlarms find, CancellationToken cancellationToken) =>
        AccessRules.AllowsSomewhere(caller, Permission.SeeAlarms) ? await find.RunAsync(period, caller, cancellationToken) : null;
}
