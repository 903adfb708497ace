using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Loads one incident for whoever has just written it; what others may see is for the queries to decide.</summary>
public sealed class LoadIncident(NpgsqlDataSource database)
{
    public async Task<Incident> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<Incident>(new CommandDefinition(
            Sql.Beside<LoadIncident>(), new { id }, cancellationToken: cancellationToken));
    }
}
