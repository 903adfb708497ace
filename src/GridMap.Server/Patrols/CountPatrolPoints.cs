using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Counts the patrol points that a filter keeps.</summary>
public sealed class CountPatrolPoints(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<int> RunAsync(PatrolPointFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Sql.Beside<CountPatrolPoints>(), filter.Columns(clock.GetUtcNow()), cancellationToken: cancellationToken));
    }
}
