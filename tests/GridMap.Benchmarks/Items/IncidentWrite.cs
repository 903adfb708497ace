using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using GridMap.Benchmarks.Live;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 6, an incident written durably: the median time of a report over Open311 from the request to the answer, which comes after the commit, against pgbench with the same
/// statement (the limit) and Fastify with pg (the peer), which send the same statement too. In a district of its own, because it is full of reports afterwards.
/// </summary>
public sealed class IncidentWrite(Bed bed, Report report)
{
    private const int Clients = 4;
    private const int TickMilliseconds = 100;
    private const string Source = "src/GridMap.Server/Incidents/ReportIncident.sql";
    private const string DatabaseName = "gridmap_bench_incidents";

    private readonly Wrk _wrk = new(bed.Folder, Bed.AllCpus, Clients, bed.Seconds);

    public async Task RunAsync()
    {
        await using var admin = NpgsqlDataSource.Create(bed.Database);
        await using var drop = admin.CreateCommand($"DROP DATABASE IF EXISTS {DatabaseName} WITH (FORCE)");
        await using var create = admin.CreateCommand($"CREATE DATABASE {DatabaseName}");
        await drop.ExecuteNonQueryAsync();
        await create.ExecuteNonQueryAsync();
        try
        {
            var own = bed with { Database = new NpgsqlConnectionStringBuilder(bed.Database) { Database = DatabaseName }.ConnectionString };
            await Child.RunAsync("env", $"GRIDMAP_DATABASE={own.Database}", bed.Server, "generate", "--scale", "small");
            await MeasureAsync(own);
        }
        finally
        {
            await drop.ExecuteNonQueryAsync();
        }
    }

    private async Task MeasureAsync(Bed own)
    {
        var token = await own.CreateTokenAsync();
        var (server, address, _) = await own.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
        await using var _server = server;
        await using var database = NpgsqlDataSource.Create(own.Database);
        var (longitude, latitude) = await FindPlaceAsync(database);
        var form = string.Create(CultureInfo.InvariantCulture, $"service_code=20102&lat={latitude:R}&long={longitude:R}&description=incident+write");
        var endpoint = new Uri(address, "/open311/v2/requests.json");

        await using var peer = StartPeer(own);
        var theirs = new Uri($"http://127.0.0.1:{Ports.Peer}/requests.json");
        await own.WaitAsync(new Uri(theirs, "/health"));
        var script = await WriteScriptAsync(longitude, latitude, await ReadAsync(database, "SELECT max(version)::text FROM incident_dictionary"));
        await RequireParityAsync(own, database, endpoint, theirs, script, form, token);

        for (var round = 0; round < Bed.WarmUpRounds; round++)
        {
            await _wrk.PostMedianAsync(endpoint, form, token);
        }

        await _wrk.PostMedianAsync(theirs, form, token);
        var limit = await Rounds.CompareAsync(
            () => _wrk.PostMedianAsync(endpoint, form, token), () => Pgbench.MedianAsync(own, script, Clients), bed.Rounds);
        report.Add(Metric.Of(6, "incident_write_p50_vs_pgbench", limit, 1.5, 1.15) with { HigherIsBetter = false });
        var ratio = await Rounds.CompareAsync(
            () => _wrk.PostMedianAsync(endpoint, form, token), () => _wrk.PostMedianAsync(theirs, form, token), bed.Rounds);
        report.Add(Metric.Of(6, "incident_write_p50_vs_fastify_pg", ratio, 1, 1) with { HigherIsBetter = false });
        await MeasureScreensAsync(database, script, address, endpoint, form, token);
    }

    /// <summary>
    /// How long after its commit a report is on a screen that follows, counted from before the commit is asked for, and how long after somebody has sent it by Open311.
    /// One report at a time; the screen is a client in this process.
    /// </summary>
    private async Task MeasureScreensAsync(NpgsqlDataSource database, string script, Uri address, Uri endpoint, string form, string token)
    {
        await using var screen = await Screen.FollowAsync(address, token);
        var (afterCommit, afterReport) = (new List<double>(), new List<double>());
        await using var connection = await database.OpenConnectionAsync();
        for (var turn = 0; turn < (bed.Quick ? 30 : 200); turn++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var write = new NpgsqlCommand(await File.ReadAllTextAsync(script), connection, transaction);
            var number = await ReadNumberAsync(write);
            var committed = DateTimeOffset.UtcNow;
            await transaction.CommitAsync();
            afterCommit.Add((await screen.WaitForAsync(number) - committed).TotalMilliseconds);

            var sent = DateTimeOffset.UtcNow;
            number = await PostAsync(bed, endpoint, form, token);
            afterReport.Add((await screen.WaitForAsync(number) - sent).TotalMilliseconds);
        }

        Add("on_screens_after_commit_p99_ms", afterCommit, TickMilliseconds + 40, TickMilliseconds + 40);
        Add("open311_to_screen_p99_ms", afterReport, 1_000, 1_000);
    }

    private static async Task<string> ReadNumberAsync(NpgsqlCommand write)
    {
        await using var reader = await write.ExecuteReaderAsync();
        await reader.ReadAsync();
        return reader.GetString(1);
    }

    private void Add(string name, List<double> milliseconds, double must, double aim) => report.Add(new Metric(
        6, name, Percentile(milliseconds, 99), must, aim,
        string.Create(CultureInfo.InvariantCulture, $"median {Rounds.Median(milliseconds):0.0} ms, {milliseconds.Count} reports, one screen"), HigherIsBetter: false));

    private static double Percentile(List<double> values, int percent) => values.Order().ElementAt((values.Count - 1) * percent / 100);

    private Child StartPeer(Bed own)
    {
        var database = new NpgsqlConnectionStringBuilder(own.Database);
        var environment = new Dictionary<string, string>
        {
            ["PGHOST"] = database.Host!,
            ["PGPORT"] = database.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = database.Username!,
            ["PGDATABASE"] = database.Database!,
            ["NODE_ENV"] = "production",
        };
        return Child.Start(
            Path.Combine(bed.Folder, "fastify.log"), environment, "node", Path.Combine(bed.PeersFolder, "incidents/serve.cjs"),
            Ports.Peer.ToString(CultureInfo.InvariantCulture), Clients.ToString(CultureInfo.InvariantCulture), Path.GetFullPath(Source));
    }

    // A place of the first grid, so that nobody is refused.
    private static async Task<(double Longitude, double Latitude)> FindPlaceAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            "SELECT ST_X(label_point), ST_Y(label_point) FROM area_shape WHERE level = 'grid' AND upper_inf(valid) ORDER BY area_id LIMIT 1");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (Math.Round(reader.GetDouble(0), 7), Math.Round(reader.GetDouble(1), 7));
    }

    /// <summary>The server's own statement, with values in the places of its parameters.</summary>
    private async Task<string> WriteScriptAsync(double longitude, double latitude, string version)
    {
        var values = new (string Name, string Value)[]
        {
            ("idempotency_digest", $"'\\x{new string('0', 64)}'"), ("idempotency_key", "NULL"), ("class_version", version),
            ("class_code", "'20102'"), ("description", "'incident write'"), ("reported_at", "now()"), ("reporter_name", "NULL"), ("reporter_phone", "NULL"),
            ("reporter_email", "NULL"), ("media_url", "NULL"), ("longitude", longitude.ToString("R", CultureInfo.InvariantCulture)),
            ("latitude", latitude.ToString("R", CultureInfo.InvariantCulture)), ("urgency", "'normal'"), ("address", "NULL"), ("source", "'open311'"), ("due_at", "now() + interval '1 day'"), ("handling_due_at", "now() + interval '1 day'"),
            ("actor", "'open311'"), ("day", $"'{DateTimeOffset.UtcNow:yyyyMMdd}'"), ("id", "gen_random_uuid()"),
        };
        var lines = (await File.ReadAllLinesAsync(Source)).Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal));
        var statement = values.Aggregate(string.Join(' ', lines), (sql, value) => sql.Replace($"@{value.Name}", value.Value, StringComparison.Ordinal));
        var path = Path.Combine(bed.Folder, "incident.pgbench");
        await File.WriteAllTextAsync(path, statement.TrimEnd() + ";\n");
        return path;
    }

    /// <summary>Each writes the same rows for one report: the incident, its first step and its change.</summary>
    private static async Task RequireParityAsync(
        Bed own, NpgsqlDataSource database, Uri endpoint, Uri theirs, string script, string form, string token)
    {
        var rows = new List<string>();
        foreach (var write in new Func<Task>[]
        {
            () => PostAsync(own, endpoint, form, token), () => PostAsync(own, theirs, form, token), () => Pgbench.RunOnceAsync(own, script),
        })
        {
            var since = await ReadAsync(database, "SELECT max(seq)::text FROM change");
            await write();
            rows.Add(await ReadAsync(database, $"""
                SELECT string_agg(concat_ws(' ', incident.class_code, incident.source, incident.urgency, incident.step, incident.description, incident.grid_id,
                    ST_AsText(incident.position), incident.due_at IS NOT NULL, incident_step.to_step, change.topic, change.kind, change.grid_id, change.envelope IS NOT NULL), ';')
                FROM change
                JOIN incident ON incident.id::text = change.entity_id
                JOIN incident_step ON incident_step.incident_id = incident.id
                WHERE change.seq > coalesce(nullif('{since}', '')::bigint, 0)
                """));
        }

        if (rows.Distinct().Count() != 1 || !rows[0].Contains("reported incident write", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"No parity, no ratio: a report wrote {string.Join(" | ", rows)}.");
        }
    }

    /// <summary>Sends a report; gives its number.</summary>
    private static async Task<string> PostAsync(Bed own, Uri endpoint, string form, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded")),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await own.Http.SendAsync(request);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.ValueKind == JsonValueKind.Array && body.RootElement[0].GetProperty("service_request_id").GetString() is { Length: > 0 } number
            ? number
            : throw new InvalidOperationException($"{endpoint} answered {body.RootElement}.");
    }

    private static async Task<string> ReadAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as string ?? "";
    }
}
