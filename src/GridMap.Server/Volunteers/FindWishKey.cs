using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Finds the wish that has a number.</summary>
public sealed class FindWishKey(NpgsqlDataSource database)
{
    public async Task<Guid?> RunAsync(string number, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            Sql.Beside<FindWishKey>(), new { number }, cancellationToken: cancellationToken));
    }
}
