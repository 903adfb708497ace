using Dapper;
using GridMap.Core.Facilities;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>Loads what the clock on the wall of the place says at an instant.</summary>
public sealed class LoadPlaceTime(NpgsqlDataSource database)
{
    public async Task<LocalClock> RunAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<LocalClock>(new CommandDefinition(
            Sql.Beside<LoadPlaceTime>(), new { instant = instant.ToUniversalTime() }, cancellationToken: cancellationToken));
    }
}
