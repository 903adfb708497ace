using System.Diagnostics;
using System.Globalization;
using GridMap.Benchmarks.Live;
using Npgsql;
using NpgsqlTypes;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 3, durable intake of positions: rows a second from requests of a thousand, acknowledged after the commit, against one writer of raw binary COPY in
/// batches as large (the limit), Fastify with one INSERT a position, and single rows committed one after the other. `fsync` and `synchronous_commit` are on.
/// </summary>
public sealed class PositionIngest(Bed bed, Report report)
{
    private const int Patrols = 16_000;
    private const int PerRequest = 1_000;
    private const int CopyBatch = 4_000;
    private const int SteadyRequestsPerSecond = 50;
    private const int SteadyFixes = 100;
    private const string Columns = "patrol_id, fixed_at, received_at, longitude, latitude, speed_mps, bearing_degrees, accuracy_meters, battery_percent";

    // Their ratios are far from what they must be.
    private const int FewRounds = 2;

    private DateTimeOffset _at = DateTimeOffset.UtcNow.AddMinutes(-8);

    // A second writes some 40 MB.
    private int Seconds => bed.Quick ? 1 : 2;

    private int SteadySeconds => bed.Quick ? 2 : 10;

    public async Task RunAsync()
    {
        await using var city = await PatrolCity.CreateAsync(bed, Patrols);
        var token = await city.Bed.CreateTokenAsync();
        var (server, address, _) = await city.Bed.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
        await using var _server = server;
        await using var database = NpgsqlDataSource.Create(city.Bed.Database);
        await RequireDurableAsync(database);
        var endpoint = new Uri(address, "/graphql");
        for (var warmUp = 0; warmUp < Bed.WarmUpRounds; warmUp++)
        {
            await IngestAsync(endpoint, token);
        }

        await RequireSameRowsAsync(database, endpoint, token);
        await MeasureHistoryAsync(database, endpoint, token);
        var (into, copied) = (new List<double>(), new List<double>());
        var limit = await Rounds.CompareAsync(() => KeepAsync(into, IngestAsync(endpoint, token)), () => KeepAsync(copied, CopyAsync(database)), bed.Rounds);
        var ratio = Metric.Of(3, "ingest_vs_copy", limit, 0.70, 0.90);
        report.Add(ratio with
        {
            Spread = string.Create(CultureInfo.InvariantCulture, $"{ratio.Spread}; {Rounds.Median(into):0} and {Rounds.Median(copied):0} rows a second"),
        });
        await ExecuteAsync(database, "TRUNCATE patrol_fix");
        var single = await Rounds.CompareAsync(() => IngestAsync(endpoint, token), () => InsertAsync(database), FewRounds);
        var commits = Metric.Of(3, "ingest_vs_single_row_commit", single, 100, 100);
        var copy = Rounds.Median(copied) / (Rounds.Median(into) / single.Median);
        // Where a flush costs nothing a commit hardly does, and COPY itself may be less than a hundred times as fast.
        report.Add(commits with { Spread = string.Create(CultureInfo.InvariantCulture, $"{commits.Spread}; COPY itself some {copy:0} times") });
        await CompareWithFastifyAsync(city.Bed, endpoint, token);
        await MeasureAcknowledgementAsync(endpoint, token);
    }

    /// <summary>
    /// Rows a second into a table that holds little, and with ten times as much in it; what the bench itself has put there is on the disk before. Empties it afterwards, so
    /// that what follows does not fill the disk.
    /// </summary>
    private async Task MeasureHistoryAsync(NpgsqlDataSource database, Uri endpoint, string token)
    {
        await ExecuteAsync(database, "TRUNCATE patrol_fix");
        await ExecuteAsync(database, "CHECKPOINT");
        var early = (await IngestAsync(endpoint, token) + await IngestAsync(endpoint, token)) / 2;
        await ExecuteAsync(
            database,
            $"INSERT INTO patrol_fix ({Columns}) SELECT {Columns.Replace("fixed_at", "fixed_at - interval '1 minute'", StringComparison.Ordinal)} FROM patrol_fix, generate_series(1, 9)");
        await ExecuteAsync(database, "CHECKPOINT");
        var late = (await IngestAsync(endpoint, token) + await IngestAsync(endpoint, token)) / 2;
        report.Add(new Metric(
            3, "ingest_with_ten_times_the_history", late / early, 0.9, 1, string.Create(CultureInfo.InvariantCulture, $"{early:0} and {late:0} rows a second")));
        await ExecuteAsync(database, "TRUNCATE patrol_fix");
    }

    private async Task CompareWithFastifyAsync(Bed city, Uri endpoint, string token)
    {
        var database = new NpgsqlConnectionStringBuilder(city.Database);
        await using var peer = Child.Start(
            Path.Combine(bed.Folder, "fastify.log"),
            new Dictionary<string, string>
            {
                ["PGHOST"] = database.Host!,
                ["PGPORT"] = database.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = database.Username!,
                ["PGDATABASE"] = database.Database!,
                ["NODE_ENV"] = "production",
            },
            "node", Path.Combine(bed.PeersFolder, "positions/serve.cjs"), Ports.Peer.ToString(CultureInfo.InvariantCulture), "8");
        var theirs = new Uri($"http://127.0.0.1:{Ports.Peer}");
        await bed.WaitAsync(theirs);
        await IngestAsync(new Uri(theirs, "/positions"), null);
        var ratio = await Rounds.CompareAsync(() => IngestAsync(endpoint, token), () => IngestAsync(new Uri(theirs, "/positions"), null), FewRounds);
        report.Add(Metric.Of(3, "ingest_vs_fastify_insert", ratio, 1, 1));
    }

    private static async Task<double> KeepAsync(List<double> rates, Task<double> measured)
    {
        rates.Add(await measured);
        return rates[^1];
    }

    /// <summary>Rows a second: each sender has patrols of its own and sends as soon as it is answered.</summary>
    private async Task<double> IngestAsync(Uri endpoint, string? token)
    {
        var start = Advance();
        var bodies = Enumerable.Range(0, Patrols / PerRequest).Select(sender => FixRequest.Write(1 + sender * PerRequest, PerRequest, 0, start)).ToList();
        var (clock, rows, until) = (Stopwatch.StartNew(), 0L, TimeSpan.FromSeconds(Seconds));
        await Task.WhenAll(bodies.Select(body => Task.Run(async () =>
        {
            var times = FixRequest.FindTimes(body.Span);
            for (var turn = 0; clock.Elapsed < until; turn++)
            {
                // A fix a millisecond: none is a duplicate.
                FixRequest.Stamp(body, times, start.AddMilliseconds(turn));
                if (!await FixRequest.SendAsync(bed.Http, endpoint, token, body, PerRequest, CancellationToken.None))
                {
                    throw new InvalidOperationException("No parity, no ratio: a request was not stored whole.");
                }

                Interlocked.Add(ref rows, PerRequest);
            }
        })));
        return rows / clock.Elapsed.TotalSeconds;
    }

    private async Task<double> CopyAsync(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        var (clock, rows, at) = (Stopwatch.StartNew(), 0L, Advance().UtcDateTime);
        for (var batch = 0; clock.Elapsed < TimeSpan.FromSeconds(Seconds); batch++)
        {
            await CopyBatchAsync(connection, at.AddMilliseconds(batch));
            rows += CopyBatch;
        }

        return rows / clock.Elapsed.TotalSeconds;
    }

    private static async Task CopyBatchAsync(NpgsqlConnection connection, DateTime at)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY patrol_fix ({Columns}) FROM STDIN (FORMAT binary)");
        for (var row = 0; row < CopyBatch; row++)
        {
            var (longitude, latitude) = FixRequest.PlaceOf(1 + row % Patrols, 0);
            await copy.StartRowAsync();
            await copy.WriteAsync(1 + row % Patrols, NpgsqlDbType.Integer);
            await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(longitude / 1e6, NpgsqlDbType.Double);
            await copy.WriteAsync(latitude / 1e6, NpgsqlDbType.Double);
            await copy.WriteAsync(1.25f, NpgsqlDbType.Real);
            await copy.WriteAsync(90f, NpgsqlDbType.Real);
            await copy.WriteNullAsync();
            await copy.WriteNullAsync();
        }

        await copy.CompleteAsync();
    }

    private async Task<double> InsertAsync(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"INSERT INTO patrol_fix ({Columns}) VALUES (1, $1, now(), 113, 40, 1.25, 90, NULL, NULL)", connection);
        command.Parameters.AddWithValue(Advance().UtcDateTime);
        await command.PrepareAsync();
        var (clock, rows) = (Stopwatch.StartNew(), 0);
        for (; clock.Elapsed < TimeSpan.FromSeconds(Seconds); rows++)
        {
            await command.ExecuteNonQueryAsync();
        }

        return rows / clock.Elapsed.TotalSeconds;
    }

    /// <summary>A steady stream at intended times, a twentieth of what goes in at most: how long from the intended time to the answer, beyond two flushes of the disk.</summary>
    private async Task MeasureAcknowledgementAsync(Uri endpoint, string token)
    {
        var flush = FlushMilliseconds();
        var start = Advance();
        var (clock, answers) = (Stopwatch.StartNew(), new List<Task<double>>());
        for (var turn = 0; turn < SteadySeconds * SteadyRequestsPerSecond; turn++)
        {
            var due = TimeSpan.FromSeconds((double)turn / SteadyRequestsPerSecond);
            var group = turn % (Patrols / SteadyFixes);
            var body = FixRequest.Write(1 + group * SteadyFixes, SteadyFixes, 0, start.AddMilliseconds(turn));
            await Task.Delay(due > clock.Elapsed ? due - clock.Elapsed : TimeSpan.Zero);
            answers.Add(AcknowledgeAsync(endpoint, token, body, clock, due));
        }

        var sorted = (await Task.WhenAll(answers)).Order().ToArray();
        var p99 = sorted[sorted.Length * 99 / 100];
        report.Add(new Metric(
            3, "p99_acknowledgement_beyond_two_flushes_ms", p99 - 2 * flush, 10, 10,
            string.Create(CultureInfo.InvariantCulture, $"median {sorted[sorted.Length / 2]:0.0}, p99 {p99:0.0}, a flush {flush:0.0} ms, {SteadyRequestsPerSecond * SteadyFixes} fixes a second"), HigherIsBetter: false));
    }

    private async Task<double> AcknowledgeAsync(Uri endpoint, string token, ReadOnlyMemory<byte> body, Stopwatch clock, TimeSpan due)
    {
        await FixRequest.SendAsync(bed.Http, endpoint, token, body, SteadyFixes, CancellationToken.None);
        return (clock.Elapsed - due).TotalMilliseconds;
    }

    private double FlushMilliseconds()
    {
        using var file = new FileStream(Path.Combine(bed.Folder, "flush"), FileMode.Create);
        var times = new List<double>();
        for (var turn = 0; turn < 50; turn++)
        {
            file.Write(new byte[8192]);
            var clock = Stopwatch.GetTimestamp();
            file.Flush(flushToDisk: true);
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        return Rounds.Median(times);
    }

    private static async Task RequireDurableAsync(NpgsqlDataSource database)
    {
        foreach (var setting in new[] { "fsync", "full_page_writes", "synchronous_commit" })
        {
            await using var command = database.CreateCommand($"SHOW {setting}");
            if ((string)(await command.ExecuteScalarAsync())! != "on")
            {
                throw new InvalidOperationException($"{setting} is off: nothing measured here would be durable.");
            }
        }
    }

    /// <summary>What was acknowledged is there, and is what COPY would have written.</summary>
    private async Task RequireSameRowsAsync(NpgsqlDataSource database, Uri endpoint, string token)
    {
        var at = Advance();
        for (var first = 1; first <= CopyBatch; first += PerRequest)
        {
            await FixRequest.SendAsync(bed.Http, endpoint, token, FixRequest.Write(first, PerRequest, 0, at), PerRequest, CancellationToken.None);
        }

        var other = Advance();
        await using (var connection = await database.OpenConnectionAsync())
        {
            await CopyBatchAsync(connection, other.UtcDateTime);
        }

        const string Rows = "SELECT md5(string_agg(concat_ws(',', patrol_id, longitude, latitude, speed_mps, bearing_degrees), ';' ORDER BY patrol_id)) FROM patrol_fix WHERE fixed_at = $1";
        var sums = new List<string?>();
        foreach (var time in new[] { at, other })
        {
            await using var command = database.CreateCommand(Rows);
            command.Parameters.AddWithValue(time.UtcDateTime);
            sums.Add(await command.ExecuteScalarAsync() as string);
        }

        if (sums[0] is null || sums[0] != sums[1])
        {
            throw new InvalidOperationException("No parity, no ratio: the rows are not those that COPY writes.");
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The time from which nothing has been sent yet; the next one begins later.</summary>
    private DateTimeOffset Advance()
    {
        var at = _at;
        _at = _at.AddSeconds(1);
        return new DateTimeOffset(at.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }
}
