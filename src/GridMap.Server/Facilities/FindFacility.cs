using Dapper;
using GridMap.Core.Areas;
using GridMap.Core.Facilities;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Finds a facility with its services, and says whether it is open now.</summary>
public sealed class FindFacility(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<FacilityCard?> RunAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var facilities = await connection.QueryAsync<FacilityCard, GridReference?, FacilityCard>(
            new CommandDefinition(Sql.Beside<FindFacility>(), new { id }, cancellationToken: cancellationToken),
            (facility, grid) => facility with { Grid = grid });
        if (facilities.SingleOrDefault() is not { } facility)
        {
            return null;
        }

        var services = await connection.QueryAsync<OfferedService>(new CommandDefinition(
            Sql.Beside<FindFacility>("services"), new { id }, cancellationToken: cancellationToken));
        var local = await connection.QuerySingleAsync<LocalClock>(new CommandDefinition(
            Sql.Beside<FindFacility>("clock"), new { now = clock.GetUtcNow() }, cancellationToken: cancellationToken));
        return facility with { Services = services.AsList(), IsOpenNow = IsOpen(facility, local) };
    }

    private static bool? IsOpen(FacilityCard facility, LocalClock local)
    {
        if (facility.Status != "open")
        {
            return false;
        }

        var hours = OpeningHours.Parse(facility.OpeningHours);
        return hours.IsRefused ? null : hours.Value.IsOpenAt(local.LocalTime, local.PublicHolidays.ToHashSet());
    }

    private sealed record LocalClock
    {
        public required DateTime LocalTime { get; init; }

        public required DateOnly[] PublicHolidays { get; init; }
    }
}

/// <summary>A fixed place that serves, with everything its card says.</summary>
public sealed record FacilityCard
{
    public required int Id { get; init; }

    public required string Code { get; init; }

    public required string Kind { get; init; }

    public required string KindName { get; init; }

    public required string KindNameEn { get; init; }

    public required string Name { get; init; }

    public string? NameEn { get; init; }

    public required string Address { get; init; }

    public required string OpeningHours { get; init; }

    /// <summary>None when the opening hours are not understood.</summary>
    public bool? IsOpenNow { get; init; }

    public required int Capacity { get; init; }

    public required string Status { get; init; }

    public IReadOnlyList<OfferedService> Services { get; init; } = [];

    public GridReference? Grid { get; init; }

    public required Position Position { get; init; }
}

/// <summary>What a facility offers; without hours of its own, as long as the facility is open.</summary>
public sealed record OfferedService
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public string? OpeningHours { get; init; }
}
