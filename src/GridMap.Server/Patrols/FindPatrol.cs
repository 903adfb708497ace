using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Areas;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Finds a patrol with its last fix and what it has been sent to and not finished; none that the caller may not see.</summary>
public sealed class FindPatrol(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    // Fixes are indexed by nothing but time, so the last one is looked for nearby first.
    private static readonly TimeSpan[] Reaches = [TimeSpan.FromMinutes(5), TimeSpan.FromHours(1), TimeSpan.FromDays(1)];

    public async Task<PatrolCard?> RunAsync(int id, Caller caller, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var patrols = await connection.QueryAsync<PatrolCard, GridReference?, PatrolCard>(
            new CommandDefinition(Sql.Beside<FindPatrol>(), new { id, now = clock.GetUtcNow() }, cancellationToken: cancellationToken),
            (patrol, grid) => patrol with { Grid = grid });
        if (patrols.SingleOrDefault() is not { } patrol || !await areas.AllowsAsync(caller, Permission.SeePatrols, patrol.Grid?.Id, cancellationToken))
        {
            return null;
        }

        var assignments = await connection.QueryAsync<OpenAssignment>(new CommandDefinition(
            Sql.Beside<FindPatrol>("assignments"), new { id }, cancellationToken: cancellationToken));
        return patrol with { LastFix = await FindLastFixAsync(connection, id, cancellationToken), OpenAssignments = assignments.AsList() };
    }

    private async Task<LastFix?> FindLastFixAsync(NpgsqlConnection connection, int id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var reach in Reaches)
        {
            var fix = await connection.QuerySingleOrDefaultAsync<LastFix>(new CommandDefinition(
                Sql.Beside<FindPatrol>("fix"), new { id, since = now - reach }, cancellationToken: cancellationToken));
            if (fix is not null)
            {
                return fix;
            }
        }

        return null;
    }
}

/// <summary>A grid worker, team or vehicle, with everything its card says.</summary>
public sealed record PatrolCard
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required string Kind { get; init; }

    public required string Employment { get; init; }

    public required IReadOnlyList<string> Skills { get; init; }

    public GridReference? Grid { get; init; }

    public required bool OnDuty { get; init; }

    /// <summary>None when nothing was heard of it for a day.</summary>
    public LastFix? LastFix { get; init; }

    public IReadOnlyList<OpenAssignment> OpenAssignments { get; init; } = [];
}

/// <summary>Where a patrol was last, and what its tracker said of it.</summary>
public sealed record LastFix
{
    public required DateTimeOffset At { get; init; }

    public required Position Position { get; init; }

    public float? SpeedMps { get; init; }

    public float? BearingDegrees { get; init; }

    public float? AccuracyMeters { get; init; }

    public float? BatteryPercent { get; init; }
}

/// <summary>An incident a patrol has been sent to and not finished.</summary>
public sealed record OpenAssignment
{
    public required Guid IncidentId { get; init; }

    public required string Number { get; init; }

    public required string ClassName { get; init; }
}
