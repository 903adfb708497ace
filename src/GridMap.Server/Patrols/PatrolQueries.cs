using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Patrols;

/// <summary>Where queries begin for patrols.</summary>
[QueryType]
public static class PatrolQueries
{
    private const int LongestDeviceId = 64;

    private static readonly Refusal KeyMissing = new("PATROL_KEY_MISSING", "Send either id or deviceId.", "请提供 id 或 deviceId 中的一项。");

    public static async Task<Patrol?> PatrolAsync(
        string? id, string? deviceId, Caller caller, FindPatrolKey findKey, PatrolsById patrols, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePatrols);
        if (id is null == deviceId is null)
        {
            throw KeyMissing.AsError();
        }

        var key = id is null ? await findKey.RunAsync(RequestValue.Words(deviceId, LongestDeviceId).OrError(), cancellationToken) : RequestValue.Id(id).OrError();
        return key is { } known ? await patrols.LoadAsync(known, cancellationToken) : null;
    }

    public static Task<PatrolPage> PatrolsAsync(
        PatrolFilter? filter, int? first, string? after, int? last, string? before, Caller caller, FindPatrols find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePatrols);
        return filter?.FindRefusal() is { } refusal
            ? throw refusal.AsError()
            : find.RunAsync(filter ?? PatrolFilter.All, PageRequest.Parse(first, after, last, before).OrError(), caller, cancellationToken);
    }
}
