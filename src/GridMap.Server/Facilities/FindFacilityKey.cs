using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Finds the facility that has a code.</summary>
public sealed class FindFacilityKey(NpgsqlDataSource database)
{
    public async Task<int?> RunAsync(string code, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<FindFacilityKey>(), new { code }, cancellationToken: cancellationToken));
    }
}
