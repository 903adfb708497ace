using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Counts the activities that a filter keeps.</summary>
public sealed class CountActivities(NpgsqlDataSource database)
{
    public async Task<int> RunAsync(ActivityFilter filter, int[]? grids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Sql.Beside<CountActivities>(), filter.Columns(grids), cancellationToken: cancellationToken));
    }
}
