using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Coverage;

/// <summary>Loads what the clock on the wall of the place says at an instant.</summary>
public sealed class LoadPlaceTime(NpgsqlDataSource database)
{
    public async Task<PlaceTime> RunAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<PlaceTime>(new CommandDefinition(
            Sql.Beside<LoadPlaceTime>(), new { instant = instant.ToUniversalTime() }, cancellationToken: cancellationToken));
    }
}

/// <summary>A local time, and which days around it are public holidays there.</summary>
public sealed record PlaceTime
{
    public required DateTime LocalTime { get; init; }

    public required DateOnly[] PublicHolidays { get; init; }
}
