using System.Diagnostics;
using System.Globalization;
using GridMap.Core.Geography;
using GridMap.Core.Response;
using GridMap.Platform.Tiles;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 9, a heat tile over 1 M incidents: counted and encoded in memory, of all incidents and of a selection by class and hour of the week, and taking in one more.
/// Against `ST_AsMVT` over `ST_SnapToGrid` with an index, and against one pass over two arrays, which is the least a filtered tile can cost; all must count each cell alike.
/// </summary>
public sealed class HeatTile(Bed bed, Report report)
{
    private const int Seed = 20_261_121;
    private const int Side = 1 << IncidentCell.TileDepth;
    private const int Shift = IncidentCell.Depth - IncidentCell.TileDepth;

    private static readonly IncidentSelection Selection = new(
        Classes: Enumerable.Range(0, 10).Select(i => 10_101 + i).ToHashSet(), HoursOfWeek: [.. Enumerable.Range(0, 168).Select(hour => hour % 24 is >= 8 and < 20)]);

    private static readonly int[] Nothing = new int[Side * Side];

    private readonly int _incidents = bed.Quick ? 100_000 : 1_000_000;

    public async Task RunAsync()
    {
        using var cube = new IncidentCube();
        var records = Make(new Random(Seed), _incidents);
        cube.Put(records);
        var tiles = FindTiles(records);
        Measure(cube, tiles);
        MeasureGrowth(cube, tiles);
        MeasureInsert(cube, records);
        MeasureScan(cube, records);
        await CompareWithPostgisAsync(cube, tiles);
    }

    private static IncidentRecord[] Make(Random random, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        // Half of them in a centre, as in any city.
        var spread = i % 2 == 0 ? 0.3 : 0.05;
        var position = new Position(113.1 + ((random.NextDouble() - 0.5) * spread), 40.1 + ((random.NextDouble() - 0.5) * spread * 0.7));
        return new IncidentRecord(
            new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), position, 1 + random.Next(5000), 10_101 + random.Next(100), (byte)random.Next(6),
            1_760_000_000 + (uint)random.Next(31_000_000), (byte)random.Next(168), 0, MilestoneTimes.None, false, true);
    })];

    /// <summary>Every tile of the zooms 9 to 15 that has incidents, at most a hundred of each zoom.</summary>
    private static (int Zoom, int Column, int Row)[] FindTiles(IncidentRecord[] records) => [.. Enumerable.Range(9, 7).SelectMany(zoom => records
        .Where((_, i) => i % 97 == 0)
        .Select(record => IncidentCell.Of(record.Position))
        .Select(cell => (zoom, cell.Column >> (IncidentCell.Depth - zoom), cell.Row >> (IncidentCell.Depth - zoom)))
        .Distinct().Take(100))];

    private static double Median(IncidentCube cube, IReadOnlyList<(int Zoom, int Column, int Row)> tiles, IncidentSelection selection, int share = 50)
    {
        var times = new List<double>();
        for (var pass = 0; pass < 3; pass++)
        {
            times.Clear();
            foreach (var (zoom, column, row) in tiles)
            {
                var clock = Stopwatch.GetTimestamp();
                _ = PointTile.Encode("heat", cube.CountCells(zoom, column, row, selection) ?? Nothing, Side);
                times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        times.Sort();
        return times[times.Count * share / 100];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Measure(IncidentCube cube, (int Zoom, int Column, int Row)[] tiles)
    {
        var whole = Median(cube, tiles, IncidentSelection.Everything);
        report.Add(new Metric(9, "heat_tile_ms", whole, 1, 0.2, Text($"median of {tiles.Length} tiles of zoom 9 to 15; 95th percentile {Median(cube, tiles, IncidentSelection.Everything, 95):0.###} ms"), HigherIsBetter: false));
        var filtered = Median(cube, tiles, Selection);
        var worst = Median(cube, [.. tiles.Where(tile => tile.Zoom == 9)], Selection);
        report.Add(new Metric(9, "heat_tile_filtered_ms", filtered, 3, 3, Text($"median; {worst:0.###} ms where the tile holds all {_incidents} incidents"), HigherIsBetter: false));
        report.Add(new Metric(9, "heat_tile_filtered_worst_ms", worst, 3, 3, Text($"tiles of zoom 9, which hold all {_incidents} incidents"), HigherIsBetter: false));
    }

    /// <summary>A tile costs what it shows: the time for a cell that is not empty is the same with ten times as many incidents.</summary>
    private void MeasureGrowth(IncidentCube cube, (int Zoom, int Column, int Row)[] tiles)
    {
        using var small = new IncidentCube();
        small.Put(Make(new Random(Seed), _incidents / 10));
        var (few, many) = (PerCell(small), PerCell(cube));
        report.Add(new Metric(9, "heat_tile_per_cell_vs_tenth", many / few, 1.5, 1.1, Text($"{few:0.####} and {many:0.####} µs a cell that is not empty"), HigherIsBetter: false));

        double PerCell(IncidentCube counted)
        {
            var cells = tiles.Sum(tile => counted.CountCells(tile.Zoom, tile.Column, tile.Row, IncidentSelection.Everything)?.Count(count => count > 0) ?? 0);
            return Time(counted, tiles) * 1e6 / cells;
        }
    }

    private void MeasureInsert(IncidentCube cube, IncidentRecord[] records)
    {
        const int Count = 20_000;
        var more = records.Take(Count).Select((record, i) => record with { Id = new Guid(i, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]) }).ToArray();
        var clock = Stopwatch.GetTimestamp();
        cube.Put(more);
        report.Add(new Metric(9, "insert_us", Stopwatch.GetElapsedTime(clock).TotalMicroseconds / Count, 1, 1, Text($"{Count} at once"), HigherIsBetter: false));
        cube.Replace(records);
    }

    /// <summary>One pass over columns and rows: what counting a selection cannot do without.</summary>
    private void MeasureScan(IncidentCube cube, IncidentRecord[] records)
    {
        var cells = Array.ConvertAll(records, record => IncidentCell.Of(record.Position));
        var (columns, rows) = (Array.ConvertAll(cells, cell => cell.Column), Array.ConvertAll(cells, cell => cell.Row));
        var counts = new int[Side * Side];
        var best = double.MaxValue;
        for (var pass = 0; pass < 10; pass++)
        {
            Array.Clear(counts);
            var clock = Stopwatch.GetTimestamp();
            for (var i = 0; i < columns.Length; i++)
            {
                counts[((rows[i] >> Shift) * Side) + (columns[i] >> Shift)]++;
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        if (!cube.CountCells(0, 0, 0, IncidentSelection.Everything)!.AsSpan().SequenceEqual(counts))
        {
            throw new InvalidOperationException("The pass over the arrays counts other cells than the cube.");
        }

        var ours = Median(cube, [(0, 0, 0)], Selection);
        report.Add(new Metric(9, "filtered_vs_memory_scan", ours / best, 5, 2, Text($"{ours:0.###} ms with five columns looked at, {best:0.###} ms for the bare pass"), HigherIsBetter: false));
    }

    private async Task CompareWithPostgisAsync(IncidentCube cube, (int Zoom, int Column, int Row)[] tiles)
    {
        await using var database = NpgsqlDataSource.Create(bed.Database);
        await using var connection = await database.OpenConnectionAsync();
        await using (var make = new NpgsqlCommand("CREATE TEMPORARY TABLE heat (position geometry(Point, 3857) NOT NULL)", connection))
        {
            await make.ExecuteNonQueryAsync();
        }

        await using (var copy = await connection.BeginTextImportAsync("COPY heat FROM STDIN"))
        {
            foreach (var record in Make(new Random(Seed), _incidents))
            {
                var cell = IncidentCell.Of(record.Position);
                await copy.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"SRID=3857;POINT({Mercator(cell.Column + 0.5):R} {-Mercator(cell.Row + 0.5):R})"));
            }
        }

        await using (var index = new NpgsqlCommand("CREATE INDEX ON heat USING gist (position); ANALYZE heat", connection))
        {
            index.CommandTimeout = 600;
            await index.ExecuteNonQueryAsync();
        }

        var sample = tiles.Where(tile => tile.Zoom is 11 or 13).Take(20).ToArray();
        foreach (var tile in sample)
        {
            await CheckParityAsync(connection, cube, tile);
        }

        var ratio = await Rounds.CompareAsync(() => TimeAsync(connection, sample), () => Task.FromResult(Time(cube, sample)), bed.Rounds);
        report.Add(Metric.Of(9, "postgis_vs_heat_tile", ratio, 10, 100));
    }

    private static double Mercator(double cell) => ((cell / (1 << IncidentCell.Depth)) - 0.5) * 40_075_016.685578488;

    private static NpgsqlCommand Ask(NpgsqlConnection connection, (int Zoom, int Column, int Row) tile, string select)
    {
        var command = new NpgsqlCommand(
            $"""
            WITH tile AS (SELECT ST_TileEnvelope(@z, @x, @y) AS box, ST_XMin(ST_TileEnvelope(@z, @x, @y)) AS west, ST_YMax(ST_TileEnvelope(@z, @x, @y)) AS north, 40075016.685578488 / (64 * 2 ^ @z) AS cell),
            counted AS (
                SELECT ST_SnapToGrid(heat.position, tile.west + tile.cell / 2, tile.north - tile.cell / 2, tile.cell, tile.cell) AS centre, count(*)::integer AS n
                FROM heat, tile WHERE heat.position && tile.box GROUP BY centre
            )
            {select}
            """, connection);
        command.Parameters.AddWithValue("z", tile.Zoom);
        command.Parameters.AddWithValue("x", tile.Column);
        command.Parameters.AddWithValue("y", tile.Row);
        return command;
    }

    private static async Task CheckParityAsync(NpgsqlConnection connection, IncidentCube cube, (int Zoom, int Column, int Row) tile)
    {
        var ours = cube.CountCells(tile.Zoom, tile.Column, tile.Row, IncidentSelection.Everything) ?? Nothing;
        var theirs = new int[Side * Side];
        await using var command = Ask(
            connection, tile, "SELECT floor((ST_X(centre) - tile.west) / tile.cell)::integer, floor((tile.north - ST_Y(centre)) / tile.cell)::integer, n FROM counted, tile");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (x, y) = (reader.GetInt32(0), reader.GetInt32(1));
            if (x is >= 0 and < Side && y is >= 0 and < Side)
            {
                theirs[(y * Side) + x] += reader.GetInt32(2);
            }
        }

        if (!ours.AsSpan().SequenceEqual(theirs))
        {
            throw new InvalidOperationException($"PostGIS counts other cells in {tile}.");
        }
    }

    private static async Task<double> TimeAsync(NpgsqlConnection connection, (int Zoom, int Column, int Row)[] tiles)
    {
        var clock = Stopwatch.StartNew();
        foreach (var tile in tiles)
        {
            await using var command = Ask(
                connection, tile, "SELECT ST_AsMVT(feature, 'heat') FROM (SELECT n, ST_AsMVTGeom(centre, tile.box) AS geometry FROM counted, tile) AS feature");
            await command.ExecuteScalarAsync();
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static double Time(IncidentCube cube, (int Zoom, int Column, int Row)[] tiles)
    {
        const int Passes = 20;
        var clock = Stopwatch.StartNew();
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var (zoom, column, row) in tiles)
            {
                _ = PointTile.Encode("heat", cube.CountCells(zoom, column, row, IncidentSelection.Everything) ?? Nothing, Side);
            }
        }

        return clock.Elapsed.TotalSeconds / Passes;
    }
}
