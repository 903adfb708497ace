using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads the patrol points that lie in areas now, at any depth, by code.</summary>
public sealed class PatrolPointsOfAreas(NpgsqlDataSource database) : DataLoader<int, IReadOnlyList<PatrolPoint>>
{
    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<PatrolPoint>>> LoadBatchAsync(
        IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<int, PatrolPoint, (int AreaId, PatrolPoint Point)>(
            new CommandDefinition(Sql.Beside<PatrolPointsOfAreas>(), new { areas = keys.ToArray() }, cancellationToken: cancellationToken),
            (areaId, point) => (areaId, point));
        return found
            .GroupBy(row => row.AreaId, row => row.Point)
            .ToDictionary(group => group.Key, IReadOnlyList<PatrolPoint> (group) => [.. group]);
    }
}
