using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Counts the wishes that a filter keeps.</summary>
public sealed class CountWishes(NpgsqlDataSource database)
{
    public async Task<int> RunAsync(WishFilter filter, int[]? grids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Sql.Beside<CountWishes>(), filter.Columns(grids), cancellationToken: cancellationToken));
    }
}
