using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Finds the patrol that carries a device.</summary>
public sealed class FindPatrolKey(NpgsqlDataSource database)
{
    public async Task<int?> RunAsync(string deviceId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<FindPatrolKey>(), new { deviceId }, cancellationToken: cancellationToken));
    }
}
