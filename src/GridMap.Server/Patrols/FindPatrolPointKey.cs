using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Finds the patrol point that has a code.</summary>
public sealed class FindPatrolPointKey(NpgsqlDataSource database)
{
    public async Task<int?> RunAsync(string code, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<FindPatrolPointKey>(), new { code }, cancellationToken: cancellationToken));
    }
}
