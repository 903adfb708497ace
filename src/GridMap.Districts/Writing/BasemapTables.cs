using Npgsql;

namespace GridMap.Districts.Writing;

/// <summary>Writes what the map is drawn on: whole roads, water and green.</summary>
internal static class BasemapTables
{
    public static async Task WriteAsync(NpgsqlConnection connection, DistrictDraft draft, CancellationToken cancellationToken)
    {
        await CopyIn.RunAsync(connection, "road (id, class, name, name_en, is_bridge, is_tunnel, course)", draft.Roads.Index(), (row, road) =>
        {
            row.Put(road.Index + 1);
            row.Put(road.Item.Class);
            row.Put(road.Item.Name);
            row.Put(road.Item.NameEnglish);
            row.Put(road.Item.IsBridge);
            row.Put(road.Item.IsTunnel);
            row.Put(road.Item.Course);
        }, cancellationToken);
        await CopyIn.RunAsync(connection, "water (id, kind, name, shape)", draft.Waters.Index(), (row, water) =>
        {
            row.Put(water.Index + 1);
            row.Put(water.Item.Kind);
            row.Put(water.Item.Name);
            row.Put(water.Item.Shape);
        }, cancellationToken);
        await CopyIn.RunAsync(connection, "green (id, kind, name, shape)", draft.Greens.Index(), (row, green) =>
        {
            row.Put(green.Index + 1);
            row.Put(green.Item.Kind);
            row.Put(green.Item.Name);
            row.Put(green.Item.Shape);
        }, cancellationToken);
    }
}
