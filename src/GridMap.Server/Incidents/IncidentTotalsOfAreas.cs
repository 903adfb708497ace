using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Counts the incidents of areas, at any depth, as far as the caller may see them: by grid once, then summed up.</summary>
public sealed class IncidentTotalsOfAreas(NpgsqlDataSource database, IncidentReach reach, Caller caller, TimeProvider clock)
    : DataLoader<int, IncidentFilter, int>
{
    protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(
        IReadOnlyList<int> keys, IncidentFilter arguments, CancellationToken cancellationToken)
    {
        var grids = await reach.GridsAsync(caller, Permission.SeeIncidents, arguments.AreaId, keys, cancellationToken);
        var all = grids.Values.SelectMany(ids => ids).Distinct().ToArray();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var counts = await connection.QueryAsync<(int GridId, int Count)>(new CommandDefinition(
            Sql.Beside<IncidentTotalsOfAreas>(), arguments.Columns(all, clock.GetUtcNow()), cancellationToken: cancellationToken));
        var byGrid = counts.ToDictionary(row => row.GridId, row => row.Count);
        return keys.ToDictionary(areaId => areaId, areaId => grids[areaId].Sum(grid => byGrid.GetValueOrDefault(grid)));
    }
}
