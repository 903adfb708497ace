using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Loads what was merged into incidents, as far as the caller may see it.</summary>
public sealed class DuplicatesOfIncidents(NpgsqlDataSource database, IncidentReach reach, Caller caller) : DataLoader<Guid, IReadOnlyList<Incident>>
{
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Incident>>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var grids = await reach.GridsAsync(caller, Permission.SeeIncidents, null, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var incidents = await connection.QueryAsync<Incident>(new CommandDefinition(
            Sql.Beside<DuplicatesOfIncidents>(), new { ids = keys.ToArray(), grids }, cancellationToken: cancellationToken));
        return incidents
            .GroupBy(incident => incident.DuplicateOfId!.Value)
            .ToDictionary(group => group.Key, IReadOnlyList<Incident> (group) => [.. group]);
    }
}
