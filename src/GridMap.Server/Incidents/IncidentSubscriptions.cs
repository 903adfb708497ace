using System.Runtime.CompilerServices;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Live;
using GridMap.Platform.Schema;

namespace GridMap.Server.Incidents;

/// <summary>What a subscriber is told: an incident changed, or the present ones have to be read because some changes cannot be told any more.</summary>
/// <param name="Id">Null with a resync.</param>
public sealed record IncidentChange(string Cursor, bool Resync, Guid? Id);

/// <summary>Incidents as they change, out of the change log.</summary>
[SubscriptionType]
public static class IncidentSubscriptions
{
    public static async Task<IAsyncEnumerable<IncidentChange>> IncidentChangedAsync(
        string? within, string? cursor, Caller caller, RequestCaller request, FollowFacts follow, CurrentAreas areas, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeIncidents);
        int? areaId = within is null ? null : RequestValue.Id(within).OrError();
        var stream = (await follow.RunAsync("incident", cursor, request.Credential, cancellationToken)).OrError();
        return ChangesAsync(stream, areaId, areas, cancellationToken);
    }

    private static async IAsyncEnumerable<IncidentChange> ChangesAsync(
        FactStream stream, int? areaId, CurrentAreas areas, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var news in stream.News.WithCancellation(cancellationToken))
        {
            if (news.Fact is not { } fact)
            {
                yield return new IncidentChange(news.Cursor.ToString(), Resync: true, null);
            }
            else if (areaId is not { } id || (await areas.LoadAsync(cancellationToken)).PathOf(fact.GridId).Contains(id))
            {
                yield return new IncidentChange(news.Cursor.ToString(), Resync: false, Guid.Parse(fact.Id));
            }
        }
    }
}

/// <summary>What hangs on a change.</summary>
[ObjectType<IncidentChange>]
public static class IncidentChangeResolvers
{
    public static ValueTask<Incident?> IncidentAsync([Parent] IncidentChange change, IncidentsById incidents, CancellationToken cancellationToken) =>
        change.Id is { } id ? incidents.LoadAsync(id, cancellationToken) : default;
}
