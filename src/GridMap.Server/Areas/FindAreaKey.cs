using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Finds the area that had a code at an instant.</summary>
public sealed class FindAreaKey(NpgsqlDataSource database)
{
    public async Task<int?> RunAsync(string code, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<FindAreaKey>(), new { code, at }, cancellationToken: cancellationToken));
    }
}
