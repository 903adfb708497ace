using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Counts the areas that a filter keeps.</summary>
public sealed class CountAreas(NpgsqlDataSource database)
{
    public async Task<int> RunAsync(AreaFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Sql.Beside<CountAreas>(), filter.Columns(), cancellationToken: cancellationToken));
    }
}
