using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Live;
using GridMap.Platform.Schema;

namespace GridMap.Server.Boundaries;

/// <summary>What a subscriber is told: something happened to a plan, or plans have to be read again because some changes cannot be told any more.</summary>
/// <param name="PlanId">Null with a resync.</param>
public sealed record PlanChange(string Cursor, bool Resync, int? PlanId);

/// <summary>Plans as they change, out of the change log.</summary>
[SubscriptionType]
public static class PlanSubscriptions
{
    public static async Task<IAsyncEnumerable<PlanChange>> PlanChangedAsync(
        string? plan, string? cursor, Caller caller, RequestCaller request, FollowFacts follow, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeePlans);
        var planId = RequestValue.IdIfGiven(plan).OrError();
        var stream = (await follow.RunAsync("plan", within: null, cursor, request.Credential, cancellationToken)).OrError();
        return stream.In(static (at, fact) => new PlanChange(at, fact is null, fact?.Number))
            .Where(change => planId is null || change.Resync || change.PlanId == planId);
    }
}
