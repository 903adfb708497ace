using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Finds the id of the incident that a number names.</summary>
public sealed class FindIncidentId(NpgsqlDataSource database)
{
    public async Task<Guid?> RunAsync(IncidentKey key, CancellationToken cancellationToken)
    {
        if (key.Id is not null)
        {
            return key.Id;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            Sql.Beside<FindIncidentId>(), new { number = key.Number }, cancellationToken: cancellationToken));
    }
}
