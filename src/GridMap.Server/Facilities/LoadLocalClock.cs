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

/// <summary>A local time, and which days around it are public holidays there.</summary>
public sealed record LocalClock
{
    public required DateTime LocalTime { get; init; }

    public required DateOnly[] PublicHolidays { get; init; }

    /// <summary>Whether something that serves by these hours is open; null where they are not understood.</summary>
    public bool? IsOpen(FacilityStatus status, string hours)
    {
        if (status != FacilityStatus.Open)
        {
            return false;
        }

        var parsed = OpeningHours.Parse(hours);
        return parsed.IsRefused ? null : parsed.Value.IsOpenAt(LocalTime, PublicHolidays.ToHashSet());
    }
}
