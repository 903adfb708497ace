using Dapper;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Finds the grid that a place lay in at an instant.</summary>
public sealed class FindGridAt(NpgsqlDataSource database)
{
    public async Task<int?> RunAsync(Position position, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<FindGridAt>(), new { position.Longitude, position.Latitude, at = at.ToUniversalTime() }, cancellationToken: cancellationToken));
    }
}
