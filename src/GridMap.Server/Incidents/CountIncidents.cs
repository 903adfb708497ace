using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Counts the incidents that a filter keeps and a caller may see.</summary>
public sealed class CountIncidents(NpgsqlDataSource database, IncidentReach reach, TimeProvider clock)
{
    public async Task<int> RunAsync(IncidentFilter filter, Caller caller, CancellationToken cancellationToken)
    {
        var grids = await reach.GridsAsync(caller, Permission.SeeIncidents, filter.AreaId, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Sql.Beside<CountIncidents>(), filter.Columns(grids, clock.GetUtcNow()), cancellationToken: cancellationToken));
    }
}
