using Dapper;
using GridMap.Core.Areas;
using GridMap.Core.Geography;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Finds a patrol point with how often it has been visited in its current period.</summary>
public sealed class FindPatrolPoint(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<PatrolPointCard?> RunAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var points = await connection.QueryAsync<PatrolPointCard, LastCheckIn?, GridReference?, PatrolPointCard>(
            new CommandDefinition(Sql.Beside<FindPatrolPoint>(), new { id, now = clock.GetUtcNow() }, cancellationToken: cancellationToken),
            (point, checkIn, grid) => point with { LastCheckIn = checkIn, Grid = grid },
            splitOn: "at,id");
        return points.SingleOrDefault();
    }
}

/// <summary>A place a patrol must visit, with everything its card says.</summary>
public sealed record PatrolPointCard
{
    public required int Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public required int RequiredVisits { get; init; }

    public required string RequiredPer { get; init; }

    /// <summary>Check-ins in the day, week or month of the place that runs now.</summary>
    public required int VisitsInPeriod { get; init; }

    public LastCheckIn? LastCheckIn { get; init; }

    public GridReference? Grid { get; init; }

    public required Position Position { get; init; }
}

/// <summary>Who was at a patrol point last, and when.</summary>
public sealed record LastCheckIn
{
    public required DateTimeOffset At { get; init; }

    public required string PatrolName { get; init; }
}
