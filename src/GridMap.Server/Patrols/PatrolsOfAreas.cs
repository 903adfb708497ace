using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Which patrols of an area are asked for; null for all.</summary>
public readonly record struct Duty(bool? OnDuty);

/// <summary>Loads the patrols of areas, at any depth, by id; none that the caller may not see.</summary>
public sealed class PatrolsOfAreas(NpgsqlDataSource database, CurrentAreas areas, Caller caller, TimeProvider clock)
    : DataLoader<int, Duty, IReadOnlyList<Patrol>>
{
    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<Patrol>>> LoadBatchAsync(
        IReadOnlyList<int> keys, Duty arguments, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeePatrols, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = new { areas = keys.ToArray(), at = clock.GetUtcNow().UtcDateTime, duty = arguments.OnDuty, grids = scope.Grids };
        var found = await connection.QueryAsync<int, Patrol, (int AreaId, Patrol Patrol)>(
            new CommandDefinition(Sql.Beside<PatrolsOfAreas>(), columns, cancellationToken: cancellationToken),
            (areaId, patrol) => (areaId, patrol));
        return found
            .GroupBy(row => row.AreaId, row => row.Patrol)
            .ToDictionary(group => group.Key, IReadOnlyList<Patrol> (group) => [.. group]);
    }
}
