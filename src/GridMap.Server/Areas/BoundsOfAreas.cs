using GridMap.Core.Geography;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Loads the boxes around areas.</summary>
public sealed class BoundsOfAreas(NpgsqlDataSource database) : DataLoader<AreaAt, Bounds>
{
    protected override async Task<IReadOnlyDictionary<AreaAt, Bounds>> LoadBatchAsync(IReadOnlyList<AreaAt> keys, CancellationToken cancellationToken)
    {
        var boxes = await Rows.ReadAsync(database, Sql.Beside<BoundsOfAreas>(), Read, cancellationToken, AreaKeys.Parameters(keys));
        return boxes.ToDictionary(found => found.Area, found => found.Bounds);
    }

    private static (AreaAt Area, Bounds Bounds) Read(NpgsqlDataReader row) => (
        new AreaAt(row.GetInt32(0), row.GetFieldValue<DateTimeOffset>(1)),
        new Bounds(row.GetDouble(2), row.GetDouble(3), row.GetDouble(4), row.GetDouble(5)));
}
