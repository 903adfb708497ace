using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 7, plans in a real database over GraphQL: an operation from the request to the answer, which comes after the commit, at the 99th percentile;
/// and the publication of a plan that changes 200 neighbouring grids by moved atoms, merges, splits and cuts. In a demo city of 5 000 grids with
/// 1 M incidents, and in a demo district, which tells what a city costs more. `--quick` measures the district only.
/// </summary>
public sealed class BoundaryPlans(Bed bed, Report report)
{
    private const int Grids = 200;
    private const int OperationsAtOnce = 100;
    private const int Incidents = 1_000_000;

    /// <summary>The first operations load the division and have the server compile what it runs often.</summary>
    private const int WarmUp = 300;

    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly int _operations = bed.Quick ? 100 : 500;
    private readonly int _publications = bed.Quick ? 1 : 3;

    public async Task RunAsync()
    {
        var district = await MeasureAsync("district", 0);
        if (bed.Quick)
        {
            Add(district, "district");
            return;
        }

        var city = await MeasureAsync("city", Incidents);
        Add(city, "city of 5 000 grids, 1 M incidents");
        report.Add(new Metric(
            7, "operation_with_database_city_vs_district", city.Median / district.Median, 1.5, 1.1,
            string.Create(CultureInfo.InvariantCulture, $"medians {city.Median:0.##} and {district.Median:0.##} ms"), HigherIsBetter: false));
        report.Add(new Metric(
            7, "publish_200_grids_city_vs_district", city.Publish / district.Publish, 1.5, 1.1,
            string.Create(CultureInfo.InvariantCulture, $"medians {city.Publish:0.##} and {district.Publish:0.##} s"), HigherIsBetter: false));
    }

    private void Add(Figures figures, string where)
    {
        report.Add(new Metric(
            7, "operation_with_database_p99_ms", figures.P99, 25, 25,
            string.Create(CultureInfo.InvariantCulture, $"{where}, median {figures.Median:0.##} ms of {_operations}, to the answer after the commit"), HigherIsBetter: false));
        report.Add(new Metric(
            7, "drag_preview_p99_ms", figures.Preview, 100, 33,
            string.Create(CultureInfo.InvariantCulture, $"{where}, of {_operations} operations, from the request to the numbers of both sides"), HigherIsBetter: false));
        report.Add(new Metric(
            7, "publish_200_grids_seconds", figures.Publish, 2, 2,
            string.Create(CultureInfo.InvariantCulture, $"{where}, median of {_publications}, {figures.Least:0.##}…{figures.Greatest:0.##}"), HigherIsBetter: false));
    }

    private async Task<Figures> MeasureAsync(string scale, int incidents)
    {
        var name = $"gridmap_bench_plans_{scale}";
        await using var admin = NpgsqlDataSource.Create(bed.Database);
        await using var drop = admin.CreateCommand($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await using var create = admin.CreateCommand($"CREATE DATABASE {name}");
        await drop.ExecuteNonQueryAsync();
        await create.ExecuteNonQueryAsync();
        try
        {
            var own = bed with { Database = new NpgsqlConnectionStringBuilder(bed.Database) { Database = name }.ConnectionString };
            await Child.RunAsync("env", $"GRIDMAP_DATABASE={own.Database}", bed.Server, "generate", "--scale", scale);
            return await MeasureAsync(own, incidents);
        }
        finally
        {
            await drop.ExecuteNonQueryAsync();
        }
    }

    private async Task<Figures> MeasureAsync(Bed own, int incidents)
    {
        await using var database = NpgsqlDataSource.Create(own.Database);
        await using var count = database.CreateCommand("SELECT count(*)::integer FROM incident");
        if (await count.ExecuteScalarAsync() is int found && found < incidents)
        {
            throw new InvalidOperationException($"The demo city has {found} instead of {incidents} incidents.");
        }

        await RestAsync(database);
        var (server, address, _) = await own.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
        await using var _server = server;
        using var editor = await PlanClient.SignInAsync(address, "admin");
        // What a server reads into memory at its start is there: a million incidents take seconds.
        await editor.QueryAsync("{ coverage(input: { minutes: 15 }) { facilities } }");
        await editor.QueryAsync("{ responseReport(filter: { from: \"2020-01-01T00:00:00Z\", until: \"2040-01-01T00:00:00Z\" }, by: GRID) { all { incidents } } }");
        await QuietenAsync(server);
        using var reviewer = await PlanClient.SignInAsync(address, "reviewer");
        var times = await OperateAsync(editor, database);
        var preview = await PreviewAsync(editor, database);
        var publications = new List<double>();
        for (var round = 0; round < _publications; round++)
        {
            publications.Add(await PublishAsync(editor, reviewer, database));
        }

        return new Figures(times[times.Length / 2], times[times.Length * 99 / 100], preview, Rounds.Median(publications), publications.Min(), publications.Max());
    }

    /// <summary>What a database does after a district has been written is done: statistics, and pages on disk.</summary>
    private static async Task RestAsync(NpgsqlDataSource database)
    {
        await using var vacuum = database.CreateCommand("VACUUM ANALYZE");
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync();
        await using var checkpoint = database.CreateCommand("CHECKPOINT");
        checkpoint.CommandTimeout = 0;
        await checkpoint.ExecuteNonQueryAsync();
    }

    /// <summary>Until what a server does after its start is done, a minute at most: one that serves for days is measured, not one that has just begun.</summary>
    private static async Task QuietenAsync(Child server)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience;)
        {
            var before = server.CpuSeconds();
            await Task.Delay(Watch);
            if (server.CpuSeconds() - before < Watch.TotalSeconds / 20)
            {
                return;
            }
        }
    }

    /// <summary>Milliseconds of operations one by one, in order of size.</summary>
    private async Task<double[]> OperateAsync(PlanClient editor, NpgsqlDataSource database)
    {
        var (plan, version) = await CreateAsync(editor);
        // As many grids in a city as in a district, so that the plans grow alike.
        var pairs = (await FindPairsAsync(database)).Take(Grids / 2).ToArray();
        var times = new List<double>();
        for (var i = 0; times.Count < _operations; i++)
        {
            var (atom, from, to) = pairs[i % pairs.Length];
            // There and back again, so that no grid is emptied.
            var target = i / pairs.Length % 2 == 0 ? to : from;
            var (milliseconds, now, refusal) = await editor.ChangeAsync(Apply(plan, version, $"{{ reassign: {{ atoms: [{atom}], grid: {target} }} }}"));
            version = refusal is null ? now : throw new InvalidOperationException($"Atom {atom} is refused to grid {target}: {refusal}.");
            if (i >= WarmUp)
            {
                times.Add(milliseconds);
            }
        }

        return [.. times.Order()];
    }

    /// <summary>Milliseconds, at the 99th percentile, until somebody who drags a border has the numbers of both sides.</summary>
    private async Task<double> PreviewAsync(PlanClient editor, NpgsqlDataSource database)
    {
        var (plan, _) = await CreateAsync(editor);
        var pairs = await FindPairsAsync(database);
        var times = new List<double>();
        for (var i = 0; i < _operations + WarmUp; i++)
        {
            var (atom, _, to) = pairs[i % pairs.Count];
            var clock = Stopwatch.GetTimestamp();
            var told = await editor.QueryAsync(
                $"{{ previewOperation(plan: \"{plan}\", operation: {{ reassign: {{ atoms: [{atom}], grid: {to} }} }}) {{ outcome {{ grids {{ households compactness pieces }} }} refusal {{ code }} }} }}");
            if (told.GetProperty("outcome").ValueKind != JsonValueKind.Object)
            {
                throw new InvalidOperationException($"No numbers for a drag: {told}.");
            }

            if (i >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        times.Sort();
        return times[times.Count * 99 / 100];
    }

    /// <summary>Seconds from the request to publish a plan of 200 grids to its answer.</summary>
    private static async Task<double> PublishAsync(PlanClient editor, PlanClient reviewer, NpgsqlDataSource database)
    {
        var (plan, version) = await CreateAsync(editor);
        var pairs = (await FindPairsAsync(database)).Take(Grids / 2).ToArray();
        var operations = await Task.WhenAll(pairs.Select((pair, i) => OperationAsync(pair, i, database)));
        foreach (var together in operations.Chunk(OperationsAtOnce))
        {
            version = await StepAsync(editor, Apply(plan, version, [.. together]));
        }

        version = await StepAsync(editor, $"submitPlan(input: {{ plan: \"{plan}\", expectedVersion: {version} }})");
        version = await StepAsync(reviewer, $"approvePlan(input: {{ plan: \"{plan}\", expectedVersion: {version}, idempotencyKey: \"{Guid.NewGuid()}\" }})");
        var (milliseconds, _, refusal) = await reviewer.ChangeAsync($"publishPlan(input: {{ plan: \"{plan}\", expectedVersion: {version} }})");
        if (refusal is not null)
        {
            throw new InvalidOperationException($"Not published: {refusal}.");
        }

        await RequireTruthAsync(database);
        return milliseconds / 1000;
    }

    /// <summary>Of ten pairs of grids six give an atom to the other, two are merged, one is split evenly and one along a line that cuts atoms.</summary>
    private static async Task<string> OperationAsync((int Atom, int From, int To) pair, int number, NpgsqlDataSource database) => (number % 10) switch
    {
        3 or 7 => $"{{ merge: {{ grid: {pair.From}, into: {pair.To} }} }}",
        5 => $"{{ reassign: {{ atoms: [{pair.Atom}], grid: {pair.To} }} }}, {{ splitIntoParts: {{ grid: {pair.To}, parts: 2 }} }}",
        9 => $"{{ cut: {{ atom: {pair.Atom}, line: [{await LineAcrossAsync(pair.Atom, database)}] }} }}",
        _ => $"{{ reassign: {{ atoms: [{pair.Atom}], grid: {pair.To} }} }}",
    };

    private static async Task<string> LineAcrossAsync(int atom, NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            "SELECT ST_X(label_point), ST_Y(label_point), ST_YMin(shape), ST_YMax(shape) FROM atom WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = atom });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        string Point(double latitude) => string.Create(CultureInfo.InvariantCulture, $"{{ longitude: {reader.GetDouble(0):R}, latitude: {latitude:R} }}");
        return $"{Point(reader.GetDouble(2) - 0.0005)}, {Point(reader.GetDouble(3) + 0.0005)}";
    }

    private static async Task<(string Plan, int Version)> CreateAsync(PlanClient editor)
    {
        var district = (await editor.QueryAsync("{ areas(levels: [DISTRICT], first: 1) { nodes { id } } }")).GetProperty("nodes")[0].GetProperty("id").GetString();
        var made = await editor.QueryAsync($"mutation {{ createPlan(input: {{ name: \"bench\", area: \"{district}\", idempotencyKey: \"{Guid.NewGuid()}\" }}) {{ plan {{ id version }} }} }}");
        return (made.GetProperty("plan").GetProperty("id").GetString()!, made.GetProperty("plan").GetProperty("version").GetInt32());
    }

    private static string Apply(string plan, int version, params string[] operations) =>
        $"applyPlanOperations(input: {{ plan: \"{plan}\", expectedVersion: {version}, operations: [{string.Join(", ", operations)}], idempotencyKey: \"{Guid.NewGuid()}\" }})";

    private static async Task<int> StepAsync(PlanClient client, string call)
    {
        var (_, version, refusal) = await client.ChangeAsync(call);
        return refusal is null ? version : throw new InvalidOperationException($"Refused: {refusal} {call[..Math.Min(400, call.Length)]}");
    }

    /// <summary>Pairs of neighbouring grids of several atoms each, every grid in one pair at most, with the largest atom of the first that lies at the second; those of an area follow each other.</summary>
    private static async Task<IReadOnlyList<(int Atom, int From, int To)>> FindPairsAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            WITH owned AS (
                SELECT atom_id, grid_id, count(*) OVER (PARTITION BY grid_id) AS atoms FROM assignment WHERE upper_inf(valid)
            )
            SELECT DISTINCT ON (one.grid_id, other.grid_id) one.atom_id, one.grid_id, other.grid_id
            FROM atom_edge
            JOIN owned AS one ON one.atom_id = atom_edge.left_atom_id AND one.atoms > 2
            JOIN owned AS other ON other.atom_id = atom_edge.right_atom_id AND other.atoms > 2
            JOIN atom ON atom.id = one.atom_id
            WHERE one.grid_id < other.grid_id
            ORDER BY one.grid_id, other.grid_id, atom.area_square_meters DESC
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var pairs = new List<(int Atom, int From, int To)>();
        var taken = new HashSet<int>();
        while (await reader.ReadAsync())
        {
            var pair = (Atom: reader.GetInt32(0), From: reader.GetInt32(1), To: reader.GetInt32(2));
            if (!taken.Contains(pair.From) && !taken.Contains(pair.To))
            {
                taken.UnionWith([pair.From, pair.To]);
                pairs.Add(pair);
            }
        }

        return pairs;
    }

    /// <summary>No figure without truth: every open incident is in the grid it lies in, and the households of all grids are those of the buildings.</summary>
    private static async Task RequireTruthAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            SELECT
                (SELECT count(*) FROM incident WHERE step NOT IN ('closed', 'voided') AND grid_id <> grid_at(position, now()))
                + abs((SELECT sum(households) FROM area_shape WHERE level = 'grid' AND upper_inf(valid)) - (SELECT sum(households) FROM building))
            """);
        if (await command.ExecuteScalarAsync() is not 0L)
        {
            throw new InvalidOperationException("No truth, no figure: incidents or households are in other grids than the land.");
        }
    }

    private sealed record Figures(double Median, double P99, double Preview, double Publish, double Least, double Greatest);
}
