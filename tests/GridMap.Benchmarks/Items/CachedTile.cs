using System.IO.Compression;

namespace GridMap.Benchmarks.Items;

/// <summary>Item 1, a cached tile: requests per second against nginx `gzip_static` (the limit) and tileserver-gl-light (the peer), same bytes.</summary>
public sealed class CachedTile(Bed bed, Report report)
{
    public async Task RunAsync()
    {
        var (server, address, _) = await bed.StartServerAsync(Ports.Server);
        await using var _server = server;
        var tiles = await bed.FindTilesAsync(address, "roads", 12, 16);
        var ours = await ReadAllAsync(address, tiles.Select(tile => tile.Path).ToArray());
        await WriteStaticAsync(tiles, ours);
        await using var nginx = await Nginx.StartAsync(bed.Folder, Bed.ServerCpus, Ports.Nginx);
        var limit = new Uri($"http://127.0.0.1:{Ports.Nginx}");
        await bed.WaitAsync(new Uri(limit, tiles[0].Path));
        var theirs = await ReadAllAsync(limit, [.. tiles.Select(tile => tile.Path)]);
        RequireParity("nginx", ours, theirs);

        var wrk = new Wrk(bed.Folder, Bed.DriverCpus, connections: 32, bed.Seconds, Bed.DriverThreads);
        var paths = tiles.Select(tile => tile.Path).ToArray();
        await wrk.WarmUpAsync(address, paths, Bed.WarmUpRounds);
        var cpu = new CpuShare(wrk, server, nginx);
        var hit = await Rounds.CompareAsync(() => cpu.OursAsync(address, paths), () => cpu.TheirsAsync(limit, paths), bed.Rounds);
        Add("cached_tile_vs_nginx", hit, 0.65, 0.90, cpu.Text);
        var ourTags = ours.ToDictionary(pair => pair.Key, pair => pair.Value.Etag);
        var theirTags = theirs.ToDictionary(pair => pair.Key, pair => pair.Value.Etag);
        await wrk.WarmUpAsync(address, paths, Bed.WarmUpRounds, ourTags);
        cpu = new CpuShare(wrk, server, nginx);
        var notModified = await Rounds.CompareAsync(
            () => cpu.OursAsync(address, paths, ourTags), () => cpu.TheirsAsync(limit, paths, theirTags), bed.Rounds);
        Add("not_modified_vs_nginx", notModified, 0.95, 0.95, cpu.Text);
        await ComparePeerAsync(wrk, address, tiles, ours);
    }

    private async Task ComparePeerAsync(Wrk wrk, Uri address, IReadOnlyList<TileAddress> tiles, Dictionary<string, Answer> ours)
    {
        await using var peer = await TileServer.StartAsync(bed, Ports.Peer);
        var uri = new Uri($"http://127.0.0.1:{Ports.Peer}");
        await bed.WaitAsync(new Uri(uri, "/health"));
        var theirPath = tiles.ToDictionary(tile => tile.Path, TileServer.PathOf);
        var theirs = await ReadAllAsync(uri, [.. theirPath.Values]);
        RequireParity("tileserver-gl-light", ours, theirPath.ToDictionary(pair => pair.Key, pair => theirs[pair.Value]));
        var paths = tiles.Select(tile => tile.Path).ToArray();
        var ratio = await Rounds.CompareAsync(() => wrk.RateAsync(address, paths), () => wrk.RateAsync(uri, [.. theirPath.Values]), bed.Rounds);
        Add("cached_tile_vs_tileserver_gl_light", ratio, 1, 1);
    }

    private void Add(string name, Ratio ratio, double must, double aim, string note = "")
    {
        var metric = Metric.Of(1, name, ratio, must, aim);
        report.Add(metric with { Spread = metric.Spread + note });
    }

    private async Task<Dictionary<string, Answer>> ReadAllAsync(Uri server, IReadOnlyList<string> paths)
    {
        var answers = new Dictionary<string, Answer>();
        foreach (var path in paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, path));
            request.Headers.Add("Accept-Encoding", "gzip");
            using var response = await bed.Http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            var body = await response.Content.ReadAsByteArrayAsync();
            answers[path] = new Answer(body, Plain(body), response.Headers.ETag?.ToString() ?? "");
        }

        return answers;
    }

    private async Task WriteStaticAsync(IReadOnlyList<TileAddress> tiles, Dictionary<string, Answer> ours)
    {
        foreach (var tile in tiles)
        {
            var file = Path.Combine(bed.Folder, "static", tile.Path.TrimStart('/'));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, ours[tile.Path].Plain);
            await File.WriteAllBytesAsync(file + ".gz", ours[tile.Path].Sent);
        }
    }

    private static void RequireParity(string name, Dictionary<string, Answer> ours, Dictionary<string, Answer> theirs)
    {
        var differing = ours.Count(pair => !pair.Value.Plain.AsSpan().SequenceEqual(theirs[pair.Key].Plain));
        if (differing > 0)
        {
            throw new InvalidOperationException($"No parity, no ratio: {differing} of {ours.Count} tiles differ from {name}.");
        }
    }

    private static byte[] Plain(byte[] sent)
    {
        if (sent is not [0x1f, 0x8b, ..])
        {
            return sent;
        }

        using var plain = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(sent), CompressionMode.Decompress);
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private sealed record Answer(byte[] Sent, byte[] Plain, string Etag);
}
