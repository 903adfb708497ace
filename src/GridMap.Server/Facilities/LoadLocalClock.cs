using Dapper;
using GridMap.Core.Facilities;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Loads what the clock on the wall of the place says at an instant.</summary>
public sealed class LoadLocalClock(NpgsqlDataSource database)
{
    public async Task<LocalClock> RunAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<LocalClock>(new CommandDefinition(
            Sql.Beside<LoadLocalClock>(), new { instant = instant.ToUniversalTime() }, cancellationToken: cancellationToken));
    }
}

/// <summary>What opening hours say of a facility.</summary>
public static class FacilityHours
{
    /// <summary>Whether something that serves by these hours is open; null where they are not understood.</summary>
    public static bool? IsOpen(this LocalClock clock, FacilityStatus status, string hours) => status == FacilityStatus.Open ? clock.IsOpen(hours) : false;
}
