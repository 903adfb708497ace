using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 2, a cold tile: tiles per second without any cache against pgbench on the same prepared SQL (the limit) and MapServer (the peer). A tile is one of
/// those a map asks for when it shows the place: roads, buildings, green and water in turn. Roads alone, whose SQL is a third as dear, stand beside it.
/// </summary>
public sealed partial class ColdTile(Bed bed, Report report)
{
    private const int Clients = 4;
    private const int ManyClients = 32;

    // Of the tiles one comes again only when so many times as many others have been asked for as are on their way: nobody is ever handed what another had made.
    private const int TilesPerClient = 3;

    private const int Zoom = 14;

    private const string Roads = "roads";

    private static readonly string[] Basemap = [Roads, "buildings", "green", "water"];

    public async Task RunAsync()
    {
        var (server, address, _) = await bed.StartServerAsync(Ports.Server, new Dictionary<string, string> { ["GRIDMAP_TILE_CACHE_MIB"] = "0" }, Bed.AllCpus);
        await using var _server = server;
        var basemap = new List<TileAddress>();
        foreach (var layer in Basemap)
        {
            basemap.AddRange(await bed.FindTilesAsync(address, layer, Zoom, Zoom, perZoom: bed.Tiles));
        }

        // Column by column as a map reads them, the layers of a place one after the other.
        basemap = [.. basemap.OrderBy(tile => tile.X).ThenBy(tile => tile.Y)];
        var roads = basemap.Where(tile => tile.Layer == Roads).ToArray();
        await RequireSameBytesAsync(address, basemap);
        // What the whole way can carry: neither side leaves the database without work.
        await CompareAsync("cold_tile_vs_pgbench", server, address, basemap, ManyClients, Sessions);
        await CompareAsync("cold_tile_of_roads_vs_pgbench", server, address, roads, ManyClients, Sessions);
        // As many clients as pgbench has, each waiting for its answer: every step of the way counts as time without work for the database.
        await CompareAsync("cold_tile_closed_loop_vs_pgbench", server, address, basemap, Clients, Clients);
        await ComparePeerAsync(address, roads);
    }

    private async Task ComparePeerAsync(Uri address, TileAddress[] tiles)
    {
        var wrk = new Wrk(bed.Folder, Bed.AllCpus, Clients, bed.Seconds);
        var paths = tiles.Select(tile => tile.Path).ToArray();
        var uri = new Uri($"http://127.0.0.1:{Ports.Peer}");
        await using var peer = await MapServer.StartAsync(bed, Ports.PeerWorker);
        await using var nginx = await Nginx.StartAsync(bed.Folder, Bed.AllCpus, Ports.Peer, MapServer.Location(bed, Ports.PeerWorker));
        var theirPaths = tiles.Select(MapServer.PathOf).ToArray();
        await bed.WaitAsync(new Uri(uri, theirPaths[0]));
        await RequireSameStreetsAsync(address, uri, tiles);
        var peerRatio = await Rounds.CompareAsync(() => wrk.RateAsync(address, paths), () => wrk.RateAsync(uri, theirPaths), bed.Rounds);
        report.Add(Metric.Of(2, "cold_tile_vs_mapserver", peerRatio, 1, 1));
    }

    private static int Sessions => 2 * Environment.ProcessorCount;

    // Beside the ratio, what a tile costs the server: that says the same on a machine with other work.
    private async Task CompareAsync(string name, Child server, Uri address, IReadOnlyList<TileAddress> tiles, int clients, int sessions)
    {
        var wrk = new Wrk(bed.Folder, Bed.AllCpus, Math.Min(clients, tiles.Count / TilesPerClient), bed.Seconds);
        var paths = tiles.Select(tile => tile.Path).ToArray();
        var script = await WriteScriptAsync(name, tiles);
        await wrk.WarmUpAsync(address, paths, Bed.WarmUpRounds);
        var micros = new List<double>();
        var ratio = await Rounds.CompareAsync(
            async () =>
            {
                var before = server.CpuSeconds();
                var rate = await wrk.RateAsync(address, paths);
                micros.Add((server.CpuSeconds() - before) * 1e6 / (rate * bed.Seconds));
                return rate;
            },
            async () => tiles.Count * await Pgbench.RateAsync(bed, script, sessions),
            bed.Rounds);
        var metric = Metric.Of(2, name, ratio, 0.90, 0.97);
        report.Add(metric with { Spread = metric.Spread + string.Create(CultureInfo.InvariantCulture, $", {Rounds.Median(micros):0} µs of the server's processor time a tile") });
    }

    // The answer must be what the SQL function gives, byte for byte.
    private async Task RequireSameBytesAsync(Uri server, IReadOnlyList<TileAddress> tiles)
    {
        await using var database = NpgsqlDataSource.Create(bed.Database);
        foreach (var tile in tiles)
        {
            await using var command = database.CreateCommand($"SELECT tile_{tile.Layer}($1, $2, $3)");
            command.Parameters.AddWithValue(tile.Zoom);
            command.Parameters.AddWithValue(tile.X);
            command.Parameters.AddWithValue(tile.Y);
            var expected = (byte[])(await command.ExecuteScalarAsync())!;
            var answered = await bed.Http.GetByteArrayAsync(new Uri(server, tile.Path));
            if (!expected.AsSpan().SequenceEqual(answered))
            {
                throw new InvalidOperationException($"No parity, no ratio: {tile.Path} is not what the SQL gives.");
            }
        }
    }

    // MapServer clips and rounds in its own way; that nearly all streets of all tiles are the same is the parity that can be asked.
    private async Task RequireSameStreetsAsync(Uri ours, Uri theirs, IReadOnlyList<TileAddress> tiles)
    {
        var (shared, all) = (0, 0);
        foreach (var tile in tiles)
        {
            var mine = Names(await bed.Http.GetByteArrayAsync(new Uri(ours, tile.Path)));
            var other = Names(await bed.Http.GetByteArrayAsync(new Uri(theirs, MapServer.PathOf(tile))));
            shared += mine.Intersect(other).Count();
            all += mine.Union(other).Count();
        }

        if (shared < 0.9 * all)
        {
            throw new InvalidOperationException($"No parity, no ratio: of {all} streets in {tiles.Count} tiles MapServer and we share {shared}.");
        }
    }

    // Street names stand as plain UTF-8 in a vector tile's values.
    private static HashSet<string> Names(byte[] tile) => [.. StreetName().Matches(Encoding.UTF8.GetString(tile)).Select(match => match.Value)];

    private async Task<string> WriteScriptAsync(string name, IReadOnlyList<TileAddress> tiles)
    {
        var text = new StringBuilder();
        foreach (var tile in tiles)
        {
            text.Append(CultureInfo.InvariantCulture, $"\\set z {tile.Zoom}\n\\set x {tile.X}\n\\set y {tile.Y}\nSELECT tile_{tile.Layer}(:z, :x, :y);\n");
        }

        var path = Path.Combine(bed.Folder, $"{name}.pgbench");
        await File.WriteAllTextAsync(path, text.ToString());
        return path;
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]{2,}")]
    private static partial Regex StreetName();
}
