using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Patrols;

/// <summary>Where queries begin for patrol points.</summary>
[QueryType]
public static class PatrolPointQueries
{
    private const int LongestCode = 64;

    private static readonly Refusal KeyMissing = new("PATROL_POINT_KEY_MISSING", "Send either id or code.", "请提供 id 或 code 中的一项。");

    public static async Task<PatrolPoint?> PatrolPointAsync(
        string? id, string? code, Caller caller, FindPatrolPointKey findKey, PatrolPointsById points, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        if (id is null == code is null)
        {
            throw KeyMissing.AsError();
        }

        var key = id is null
            ? await findKey.RunAsync(RequestValue.Words(code, LongestCode).OrError(), cancellationToken)
            : RequestValue.Id(id).OrError();
        return key is { } known ? await points.LoadAsync(known, cancellationToken) : null;
    }

    public static Task<PatrolPointPage> PatrolPointsAsync(
        PatrolPointFilter? filter, int? first, string? after, int? last, string? before, Caller caller, FindPatrolPoints find, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeMap);
        return filter?.FindRefusal() is { } refusal
            ? throw refusal.AsError()
            : find.RunAsync(filter ?? PatrolPointFilter.All, PageRequest.Parse(first, after, last, before).OrError(), cancellationToken);
    }
}
