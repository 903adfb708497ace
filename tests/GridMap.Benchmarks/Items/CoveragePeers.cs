using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>What somebody else would find coverage with: pgRouting in the database, scipy in memory. Both say how long they took and what they found.</summary>
public sealed class CoveragePeers(Bed bed, CoverageCity city, double limit) : IAsyncDisposable
{
    // Debian's, which has Debian's scipy.
    private const string Python = "/usr/bin/python3";

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(bed.Database);
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(bed.Folder, "coverage")).FullName;

    public async Task PrepareAsync()
    {
        await ExecuteAsync(
            """
            CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE;
            DROP TABLE IF EXISTS bench_walk;
            CREATE UNLOGGED TABLE bench_walk (id integer PRIMARY KEY, source integer, target integer, cost double precision, reverse_cost double precision)
            """);
        await using (var connection = await _database.OpenConnectionAsync())
        await using (var copy = await connection.BeginTextImportAsync("COPY bench_walk FROM STDIN"))
        {
            foreach (var edge in city.Edges)
            {
                // One walks to the facility: the arcs are turned round.
                await copy.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{edge.Id}\t{edge.StartNode}\t{edge.EndNode}\t{CostOf(edge.Backward):R}\t{CostOf(edge.Forward):R}"));
            }
        }

        await ExecuteAsync("ANALYZE bench_walk");
        var arcs = city.Edges.Select(edge => (edge.StartNode, edge.EndNode, Cost: edge.Forward))
            .Concat(city.Edges.Select(edge => (StartNode: edge.EndNode, EndNode: edge.StartNode, Cost: edge.Backward)))
            .Where(arc => double.IsFinite(arc.Cost))
            .ToArray();
        await WriteAsync("tails.i4", arcs.Select(arc => arc.StartNode).ToArray());
        await WriteAsync("heads.i4", arcs.Select(arc => arc.EndNode).ToArray());
        await WriteAsync("costs.f8", arcs.Select(arc => arc.Cost).ToArray());
        await WriteAsync("facilities.i4", city.Facilities);
    }

    /// <summary>Seconds of one answer of pgRouting.</summary>
    /// <param name="nearestOnly">By one search from a crossing that costs nothing to every facility, instead of the nearest two.</param>
    public async Task<double> PgRoutingAsync(bool nearestOnly)
    {
        var clock = Stopwatch.StartNew();
        await ExecuteAsync($"SELECT count(*), sum(costs[1]) FROM ({AskPgRouting(nearestOnly)}) AS found");
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>By crossing, the walks to the nearest two facilities; fewer where fewer are within the limit.</summary>
    public async Task<Dictionary<int, double[]>> ReadPgRoutingAsync(bool nearestOnly)
    {
        var found = new Dictionary<int, double[]>();
        await using var command = _database.CreateCommand(AskPgRouting(nearestOnly));
        command.CommandTimeout = 600;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found[(int)reader.GetInt64(0)] = reader.GetFieldValue<double[]>(1);
        }

        return found;
    }

    /// <summary>Seconds of one answer of scipy, without what it takes to start and to read the network.</summary>
    /// <param name="nearestOnly">By its one search for the nearest (`min_only`), instead of one for each facility.</param>
    public async Task<double> ScipyAsync(bool nearestOnly)
    {
        string[] command = [Python, Path.Combine(bed.PeersFolder, "coverage/dijkstra.py"), _folder, limit.ToString(CultureInfo.InvariantCulture)];
        return double.Parse(await Child.RunAsync(nearestOnly ? [.. command, "--nearest"] : command), CultureInfo.InvariantCulture);
    }

    /// <summary>What scipy found last: the nearest of all crossings, then, if it was asked for, the second-nearest; infinite beyond the limit.</summary>
    public async Task<double[]> ReadScipyAsync() => MemoryMarshal.Cast<byte, double>(await File.ReadAllBytesAsync(Path.Combine(_folder, "found.f8"))).ToArray();

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync("DROP TABLE IF EXISTS bench_walk");
        await _database.DisposeAsync();
    }

    private static double CostOf(double cost) => double.IsFinite(cost) ? cost : -1;

    // Its own search for the nearest only, `equicost`, does not find the nearest of every crossing of this city (3.4.2).
    private string AskPgRouting(bool nearestOnly)
    {
        const string Edges = "SELECT id, source, target, cost, reverse_cost FROM bench_walk";
        var facilities = $"ARRAY[{string.Join(',', city.Facilities)}]::bigint[]";
        var limitText = limit.ToString(CultureInfo.InvariantCulture);
        return nearestOnly
            ? $"SELECT node, ARRAY[agg_cost] AS costs FROM pgr_drivingDistance('{Edges} UNION ALL SELECT 1000000 + node, -1, node, 0, -1 FROM unnest({facilities}) AS node', -1, {limitText}::float8)"
            : $"SELECT node, (array_agg(agg_cost ORDER BY agg_cost))[1:2] AS costs FROM pgr_drivingDistance('{Edges}', {facilities}, {limitText}::float8) GROUP BY node";
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    private Task WriteAsync<T>(string name, T[] values)
        where T : struct => File.WriteAllBytesAsync(Path.Combine(_folder, name), MemoryMarshal.AsBytes<T>(values).ToArray());
}
