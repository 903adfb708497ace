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
        string? within, string? cursor, Caller caller, RequestCaller request, FollowFacts follow, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SeeIncidents);
        var area = RequestValue.IdIfGiven(within).OrError();
        var stream = (await follow.RunAsync("incident", area, cursor, request.Credential, cancellationToken)).OrError();
        return stream.In(static (at, fact) => new IncidentChange(at, fact is null, fact?.Key));
    }
}

/// <summary>What hangs on a change.</summary>
[ObjectType<IncidentChange>]
public static class IncidentChangeResolvers
{
    public static ValueTask<Incident?> IncidentAsync([Parent] IncidentChange change, IncidentsById incidents, CancellationToken cancellationToken) =>
        change.Id is { } id ? incidents.LoadAsync(id, cancellationToken) : default;
}
