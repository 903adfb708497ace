using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Loads who reported incidents, masked; none where the caller may not know, or nobody was named.</summary>
public sealed class ReportersOfIncidents(NpgsqlDataSource database, IncidentReach reach, Caller caller) : DataLoader<Guid, Reporter>
{
    protected override async Task<IReadOnlyDictionary<Guid, Reporter>> LoadBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var grids = await reach.GridsAsync(caller, Permission.SeeReporters, null, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(Guid Id, string? Name, string? Phone, string? Email)>(new CommandDefinition(
            Sql.Beside<ReportersOfIncidents>(), new { ids = keys.ToArray(), grids }, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.Id, row => new Reporter(row.Name, row.Phone, row.Email).Masked());
    }
}
