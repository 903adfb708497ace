using System.Text.Json;

namespace GridMap.Benchmarks.Items;

/// <summary>tileserver-gl-light over an MBTiles file of the very tiles that our server gave.</summary>
public static class TileServer
{
    public static string PathOf(TileAddress tile) => $"/data/roads/{tile.Zoom}/{tile.X}/{tile.Y}.pbf";

    public static async Task<Child> StartAsync(Bed bed, int port)
    {
        var mbtiles = Path.Combine(bed.Folder, "roads.mbtiles");
        File.Delete(mbtiles);
        await Child.RunAsync("node", Path.Combine(bed.PeersFolder, "make-mbtiles.cjs"), Path.Combine(bed.Folder, "static/tiles/roads"), mbtiles);
        var configuration = Path.Combine(bed.Folder, "tileserver.json");
        await File.WriteAllTextAsync(configuration, JsonSerializer.Serialize(new
        {
            options = new { paths = new { root = bed.Folder, mbtiles = "." } },
            data = new { roads = new { mbtiles = "roads.mbtiles" } },
        }));
        return Child.Start(
            Path.Combine(bed.Folder, "tileserver.log"),
            new Dictionary<string, string>(),
            "taskset", "-c", Bed.ServerCpus, "node", Path.Combine(bed.PeersFolder, "node_modules/tileserver-gl-light/src/main.js"),
            "--config", configuration, "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--silent");
    }
}
