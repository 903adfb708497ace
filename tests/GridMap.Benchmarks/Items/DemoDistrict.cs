using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>Item 0, the demo district itself: seconds to generate and load it, the largest tile, and what the server holds while patrols walk.</summary>
public sealed class DemoDistrict(Bed bed, Report report)
{
    private static readonly string[] Layers = ["areas", "grids", "compounds", "buildings", "roads", "water", "green", "facilities", "patrol_points"];

    public async Task RunAsync()
    {
        await MeasureGenerationAsync();
        var (server, address, _) = await bed.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
        await using var _server = server;
        var token = await bed.CreateTokenAsync();
        bed.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await MeasureLargestTileAsync(address);
        await using var patrols = Child.Start(Path.Combine(bed.Folder, "simulator.log"), new Dictionary<string, string> { ["GRIDMAP_TOKEN"] = token }, bed.Simulator, "--server", address.ToString());
        await Task.Delay(TimeSpan.FromSeconds(bed.Quick ? 15 : 60));
        var resident = ResidentMegabytes(server.Id);
        report.Add(new Metric(0, "server_resident_mb", resident, 600, 600, "district, after a minute of patrols", HigherIsBetter: false));
    }

    // A database of its own beside the bench's, so that generating starts from nothing.
    private async Task MeasureGenerationAsync()
    {
        await using var admin = NpgsqlDataSource.Create(bed.Database);
        await using var create = admin.CreateCommand("CREATE DATABASE gridmap_bench_generate");
        await using var drop = admin.CreateCommand("DROP DATABASE IF EXISTS gridmap_bench_generate WITH (FORCE)");
        await drop.ExecuteNonQueryAsync();
        await create.ExecuteNonQueryAsync();
        try
        {
            var database = new NpgsqlConnectionStringBuilder(bed.Database) { Database = "gridmap_bench_generate" }.ConnectionString;
            var scale = bed.Quick ? "small" : "district";
            var clock = Stopwatch.StartNew();
            await Child.RunAsync("env", $"GRIDMAP_DATABASE={database}", bed.Server, "generate", "--scale", scale);
            report.Add(new Metric(0, $"generate_{scale}_seconds", clock.Elapsed.TotalSeconds, 60, 60, "one run", HigherIsBetter: false));
        }
        finally
        {
            await drop.ExecuteNonQueryAsync();
        }
    }

    private async Task MeasureLargestTileAsync(Uri address)
    {
        var largest = (Bytes: 0L, Path: "");
        foreach (var tile in await AllTilesAsync(address))
        {
            using var response = await bed.Http.GetAsync(new Uri(address, tile.Path));
            var bytes = (await response.Content.ReadAsByteArrayAsync()).LongLength;
            if (response.IsSuccessStatusCode && bytes > largest.Bytes)
            {
                largest = (bytes, tile.Path);
            }
        }

        report.Add(new Metric(0, "largest_tile_kb", largest.Bytes / 1024.0, 300, 300, $"uncompressed, {largest.Path}, all layers to zoom 15", HigherIsBetter: false));
    }

    private async Task<IReadOnlyList<TileAddress>> AllTilesAsync(Uri address)
    {
        var bounds = await bed.ReadBoundsAsync(address);
        return [.. Layers.SelectMany(layer => Enumerable.Range(6, bed.Quick ? 8 : 10).SelectMany(zoom => TileAddress.Over(layer, bounds, zoom, 4_000)))];
    }

    private static double ResidentMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
