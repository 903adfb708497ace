using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Loads incidents by id; those that the caller may not see are not there.</summary>
public sealed class IncidentsById(NpgsqlDataSource database, IncidentReach reach, Caller caller) : DataLoader<Guid, Incident>
{
    protected override async Task<IReadOnlyDictionary<Guid, Incident>> LoadBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var grids = await reach.GridsAsync(caller, Permission.SeeIncidents, null, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var incidents = await connection.QueryAsync<Incident>(new CommandDefinition(
            Sql.Beside<IncidentsById>(), new { ids = keys.ToArray(), grids }, cancellationToken: cancellationToken));
        return incidents.ToDictionary(incident => incident.Id);
    }
}
