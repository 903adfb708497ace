using System.Globalization;
using System.Text.Json;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 10: 20 000 points in a browser, 2 000 of which move a tenth of a second. Processor time of the main thread for a drawn frame, with how far apart the frames were, which is the
/// renderer's affair: the dashboard's layer, fed by a worker that unpacks what the server packs, against MapLibre's `setData` and `updateData`, and against bare WebGL 2 that uploads
/// and draws (the limit).
/// </summary>
public sealed class MovingPoints(Bed bed, Report report)
{
    private const int Points = 20_000;
    private const int FewestPixels = 20_000;
    private const string Ours = "ours";
    private const string SetData = "set-data";
    private const string UpdateData = "update-data";
    private const string Raw = "raw";

    // There and back, so that a drifting machine favours none.
    private static readonly string[] Order = [Ours, SetData, UpdateData, Raw, Raw, UpdateData, SetData, Ours];

    private string Folder => Path.Combine(bed.Folder, "points");

    private int SoakSeconds => bed.Quick ? 10 : 300;

    public async Task RunAsync()
    {
        await BuildPageAsync();
        var measured = await MeasureAsync(bed.Quick ? 2 : 6, Order);
        double TimeOf(string way) => measured.Where(one => one.Way == way).Average(one => one.Milliseconds);
        var raw = TimeOf(Raw);
        var (first, last) = (measured[0].Milliseconds, measured[^1].Milliseconds);
        report.Add(new Metric(
            10, "main_thread_ms_a_frame", TimeOf(Ours), 3, 1.3 * raw,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{first:0.00} and {last:0.00} ms; {raw:0.00} ms bare WebGL 2; drawn without a graphics card {measured[0].Apart:0} and {measured[^1].Apart:0} ms apart"),
            HigherIsBetter: false));
        report.Add(Against("set_data_vs_ours", TimeOf(SetData), TimeOf(Ours)));
        report.Add(Against("update_data_vs_ours", TimeOf(UpdateData), TimeOf(Ours)));
        var soak = (await MeasureAsync(SoakSeconds, [Ours]))[0];
        report.Add(new Metric(10, "long_tasks", soak.LongTasks, 0, 0, $"over 50 ms, in {SoakSeconds} s and {soak.Frames} frames", HigherIsBetter: false));
    }

    private static Metric Against(string name, double theirs, double ours) =>
        new(10, name, theirs / ours, 1, 1, string.Create(CultureInfo.InvariantCulture, $"{theirs:0.00} ms a frame"));

    /// <summary>The page with the dashboard's own modules, by the dashboard's own bundler.</summary>
    private async Task BuildPageAsync()
    {
        Directory.CreateDirectory(Folder);
        var source = Path.Combine(bed.PeersFolder, "moving-points");
        foreach (var name in new[] { "index.html", "page.js" })
        {
            File.Copy(Path.Combine(source, name), Path.Combine(Folder, name));
        }

        foreach (var name in new[] { "maplibre-gl.mjs", "maplibre-gl-worker.mjs", "maplibre-gl-shared.mjs" })
        {
            File.Copy(Path.Combine(bed.PeersFolder, "node_modules/maplibre-gl/dist", name), Path.Combine(Folder, name));
        }

        foreach (var name in new[] { "ways.js", "feed.js" })
        {
            await Child.RunAsync("web/node_modules/.bin/rolldown", Path.Combine(source, name), "--format", "es", "--no-code-splitting", "--file", Path.Combine(Folder, name));
        }
    }

    private async Task<IReadOnlyList<Measured>> MeasureAsync(int seconds, string[] ways)
    {
        var lines = await Child.RunAsync([
            "node", Path.Combine(bed.PeersFolder, "moving-points/measure.cjs"), Folder, $"{Ports.Peer}", $"{seconds}", .. ways,
        ]);
        var measured = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Measured>(line, JsonSerializerOptions.Web)!).ToList();
        foreach (var one in measured)
        {
            RequireParity(one);
        }

        return measured;
    }

    /// <summary>All points, each where it was told last (in steps of 1e-6°), and to be seen.</summary>
    private static void RequireParity(Measured one)
    {
        if (one.Count != Points || one.Farthest >= 1 || one.Pixels < FewestPixels)
        {
            throw new InvalidOperationException($"No parity, no ratio: {one}.");
        }
    }

    private sealed record Measured(string Way, int Frames, double Milliseconds, double Apart, int LongTasks, int Count, double Farthest, int Pixels);
}
