using System.Diagnostics;
using System.Globalization;
using GridMap.Core.Boundaries.Editing;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 7, a boundary operation in a city of 5 000 grids, 20 000 atoms and 1 M incidents. The engine: an operation with the shapes, sums and
/// rules of all it touches, at the 99th percentile, and the same in a tenth of the city. Against full recomputation: the operation and the
/// incidents of the atoms it touched attributed anew, committed, against `UPDATE … ST_Contains` over all grids, which is given ready shapes
/// and writes only what differs; both must attribute every incident alike, and count every household alike.
/// </summary>
public sealed class BoundaryOperations(Bed bed, Report report)
{
    private const int Seed = 20_261_121;

    private const int OperationsPerRound = 20;

    private readonly (int Columns, int Rows, int Incidents, int Operations) _size = bed.Quick ? (80, 52, 50_000, 4_000) : (200, 100, 1_000_000, 20_000);

    public async Task RunAsync()
    {
        var (fewColumns, fewRows) = (_size.Columns / 5, _size.Rows / 2);
        // What is hot is compiled for what it does before anything is measured: the first of two would pay for both.
        MeasureEngine(fewColumns, fewRows);
        var (p50, p99) = MeasureEngine(_size.Columns, _size.Rows);
        report.Add(new Metric(7, "engine_operation_p99_ms", p99, 1, 1, Spread($"median {p50:0.####} ms of {_size.Operations} operations, shapes of the touched grids included"), HigherIsBetter: false));
        var (small, _) = MeasureEngine(fewColumns, fewRows);
        report.Add(new Metric(7, "engine_operation_city_vs_tenth", p50 / small, 1.5, 1.1, Spread($"medians {p50:0.####} and {small:0.####} ms"), HigherIsBetter: false));
        await MeasureAgainstRecomputationAsync();
    }

    private static string Spread(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private (double Median, double P99) MeasureEngine(int columns, int rows)
    {
        var division = new Division(BoundaryCity.Make(columns, rows, new Random(Seed)));
        var operations = new BoundaryMixture(new Random(Seed), columns, rows);
        operations.Run(division, _size.Operations / 4);
        GC.Collect();
        var times = operations.Run(division, _size.Operations);
        times.Sort();
        return (times[times.Count / 2], times[times.Count * 99 / 100]);
    }

    private async Task MeasureAgainstRecomputationAsync()
    {
        var name = new NpgsqlConnectionStringBuilder(bed.Database) { Database = "gridmap_bench_boundaries" };
        await using var admin = NpgsqlDataSource.Create(bed.Database);
        await using var drop = admin.CreateCommand("DROP DATABASE IF EXISTS gridmap_bench_boundaries WITH (FORCE)");
        await using var create = admin.CreateCommand("CREATE DATABASE gridmap_bench_boundaries");
        await drop.ExecuteNonQueryAsync();
        await create.ExecuteNonQueryAsync();
        try
        {
            await using var tables = new BoundaryTables(name.ConnectionString);
            var rows = BoundaryCity.Make(_size.Columns, _size.Rows, new Random(Seed));
            var division = new Division(rows);
            await tables.FillAsync(division, rows, _size.Incidents, new Random(Seed));
            await CompareAsync(tables, division);
        }
        finally
        {
            await drop.ExecuteNonQueryAsync();
        }
    }

    private async Task CompareAsync(BoundaryTables tables, Division division)
    {
        var operations = new BoundaryMixture(new Random(Seed + 1), _size.Columns, _size.Rows);
        var changed = new HashSet<int>();
        async Task<double> OperateAsync()
        {
            var seconds = 0.0;
            for (var i = 0; i < OperationsPerRound; i++)
            {
                var operation = operations.NextAssignment(division);
                var clock = Stopwatch.StartNew();
                var outcome = division.Apply(operation, BoundaryCity.Rules);
                if (!outcome.IsRefused)
                {
                    await tables.AttributeAsync(division, outcome.Value);
                    seconds += clock.Elapsed.TotalSeconds;
                    changed.UnionWith(outcome.Value.TouchedGrids);
                }
            }

            return seconds / OperationsPerRound;
        }

        async Task<double> RecomputeAsync()
        {
            await tables.WriteShapesAsync(division, changed);
            changed.Clear();
            var seconds = await tables.RecomputeAsync();
            await tables.CheckParityAsync(division);
            return seconds;
        }

        await OperateAsync();
        await RecomputeAsync();
        var ratio = await Rounds.CompareAsync(RecomputeAsync, OperateAsync, bed.Rounds);
        report.Add(Metric.Of(7, "recomputation_vs_operation", ratio, 100, 2_000));
    }
}
