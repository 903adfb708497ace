using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace GridMap.Benchmarks.Items;

/// <summary>Item 11, start to first map: our dashboard against a static page with the same map on nginx; bytes before the map; the server's own start.</summary>
public sealed class FirstMap(Bed bed, Report report)
{
    private static readonly Uri Peer = new($"http://127.0.0.1:{Ports.Nginx}");

    public async Task RunAsync()
    {
        await MeasureStartAsync();
        await Child.RunAsync("env", $"GRIDMAP_DATABASE={bed.Database}", bed.Server, "account", "demo");
        var (server, address, _) = await bed.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
        await using var _server = server;
        await WriteStaticPageAsync(address);
        await using var nginx = await Nginx.StartAsync(bed.Folder, Bed.AllCpus, Ports.Nginx);
        await bed.WaitAsync(new Uri(Peer, "/first-map.html"));
        var view = ViewOf(await bed.ReadBoundsAsync(address));
        var page = new Uri(Peer, "/first-map.html" + view);
        address = new Uri(address, "/" + view);
        // Once each, so that neither pays for cold tiles.
        await MillisecondsAsync(address);
        await MillisecondsAsync(page);
        Console.WriteLine($"first map: ours {await MillisecondsAsync(address):0} ms, static page {await MillisecondsAsync(page):0} ms");
        var ratio = await Rounds.CompareAsync(() => MillisecondsAsync(address), () => MillisecondsAsync(page), bed.Rounds);
        report.Add(Metric.Of(11, "first_map_vs_static_page", ratio, 1.5, 1.10) with { HigherIsBetter = false });
    }

    // Both pages look at the whole place, at the same zoom: the dashboard by itself would leave room for its panels.
    private static string ViewOf(double[] bounds)
    {
        var (width, height) = ((bounds[2] - bounds[0]) / 360, (Northing(bounds[3]) - Northing(bounds[1])) / (2 * Math.PI));
        var zoom = Math.Log2(Math.Min(1440 / (512 * width), 900 / (512 * height)));
        return string.Create(CultureInfo.InvariantCulture, $"#map={zoom:0.00}/{(bounds[1] + bounds[3]) / 2:0.####}/{(bounds[0] + bounds[2]) / 2:0.####}");
    }

    private static double Northing(double latitude) => Math.Asinh(Math.Tan(latitude * Math.PI / 180));

    private async Task MeasureStartAsync()
    {
        var starts = new List<double>();
        for (var round = 0; round < bed.Rounds; round++)
        {
            var (server, _, start) = await bed.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
            await server.DisposeAsync();
            starts.Add(start.TotalMilliseconds);
        }

        report.Add(new Metric(11, "server_start_ms", Rounds.Median(starts), 600, 150, $"{starts.Min():0}…{starts.Max():0}", HigherIsBetter: false));
    }

    private async Task<double> MillisecondsAsync(Uri page) => double.Parse(
        await Child.RunAsync("node", Path.Combine(bed.PeersFolder, "first-map.cjs"), page.ToString()), CultureInfo.InvariantCulture);

    private async Task WriteStaticPageAsync(Uri server)
    {
        var folder = Path.Combine(bed.Folder, "static");
        Directory.CreateDirectory(folder);
        foreach (var (from, to) in new[]
        {
            ("first-map.html", "first-map.html"), ("first-map.js", "first-map.js"),
            ("node_modules/maplibre-gl/dist/maplibre-gl.mjs", "maplibre-gl.mjs"),
            ("node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs", "maplibre-gl-worker.mjs"),
            ("node_modules/maplibre-gl/dist/maplibre-gl-shared.mjs", "maplibre-gl-shared.mjs"),
            ("node_modules/maplibre-gl/dist/maplibre-gl.css", "maplibre-gl.css"),
        })
        {
            File.Copy(Path.Combine(bed.PeersFolder, from), Path.Combine(folder, to), overwrite: true);
        }

        await Child.RunAsync("gzip", "-kf9", Path.Combine(folder, "maplibre-gl.mjs"), Path.Combine(folder, "maplibre-gl-worker.mjs"), Path.Combine(folder, "maplibre-gl-shared.mjs"));
        await CopyMapAsync(server, folder);
    }

    // The same style, place and tiles as files, so that only the page and its server differ.
    private async Task CopyMapAsync(Uri server, string folder)
    {
        var bounds = await bed.ReadBoundsAsync(server);
        var style = JsonNode.Parse(await ReadForPeerAsync(server, "/tiles/style.json?theme=dark&lang=zh"))!;
        await File.WriteAllTextAsync(Path.Combine(folder, "style.json"), style.ToJsonString());
        Directory.CreateDirectory(Path.Combine(folder, "tiles"));
        foreach (var layer in style["sources"]!.AsObject().Select(source => source.Key))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "tiles", layer + ".json"), await ReadForPeerAsync(server, $"/tiles/{layer}.json"));
            foreach (var tile in Enumerable.Range(9, 5).SelectMany(zoom => TileAddress.Over(layer, bounds, zoom, 4_000)))
            {
                await CopyTileAsync(server, folder, tile);
            }
        }
    }

    private async Task CopyTileAsync(Uri server, string folder, TileAddress tile)
    {
        using var response = await bed.Http.GetAsync(new Uri(server, tile.Path));
        if (response.StatusCode != System.Net.HttpStatusCode.OK)
        {
            return;
        }

        var file = Path.Combine(folder, tile.Path.TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        await File.WriteAllBytesAsync(file, bytes);
        await using var compressed = new GZipStream(File.Create(file + ".gz"), CompressionLevel.SmallestSize);
        await compressed.WriteAsync(bytes);
    }

    private async Task<string> ReadForPeerAsync(Uri server, string path) =>
        (await bed.Http.GetStringAsync(new Uri(server, path))).Replace(server.GetLeftPart(UriPartial.Authority), Peer.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
}
