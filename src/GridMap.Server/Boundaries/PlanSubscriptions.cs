using System.Runtime.CompilerServices;
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
        int? planId = plan is null ? null : RequestValue.Id(plan).OrError();
        var stream = (await follow.RunAsync("plan", cursor, request.Credential, cancellationToken)).OrError();
        return ChangesAsync(stream, planId, cancellationToken);
    }

    private static async IAsyncEnumerable<PlanChange> ChangesAsync(
        FactStream stream, int? planId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var news in stream.News.WithCancellation(cancellationToken))
        {
            if (news.Fact is not { } fact)
            {
                yield return new PlanChange(news.Cursor.ToString(), Resync: true, null);
            }
            else if (RequestValue.Id(fact.Id) is { IsRefused: false } id && (planId is null || planId == id.Value))
            {
                yield return new PlanChange(news.Cursor.ToString(), Resync: false, id.Value);
            }
        }
    }
}
