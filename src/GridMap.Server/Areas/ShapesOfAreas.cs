using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using NetTopologySuite.Geometries;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Loads the borders of areas.</summary>
public sealed class ShapesOfAreas(NpgsqlDataSource database) : DataLoader<AreaAt, Geometry>
{
    protected override async Task<IReadOnlyDictionary<AreaAt, Geometry>> LoadBatchAsync(IReadOnlyList<AreaAt> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var shapes = await connection.QueryAsync<(int Id, DateTimeOffset At, Geometry Shape)>(new CommandDefinition(
            Sql.Beside<ShapesOfAreas>(), AreaKeys.Columns(keys), cancellationToken: cancellationToken));
        return shapes.ToDictionary(found => new AreaAt(found.Id, found.At), found => found.Shape);
    }
}
