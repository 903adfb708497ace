using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace GridMap.Benchmarks.Items;

/// <summary>
/// Item 12, the replay of a day of 600 patrols that send every ten seconds: from asking for it until what happened and the first slice of tracks are there, as
/// the dashboard asks, and then slice after slice. Every slice must hold all patrols.
/// </summary>
public sealed class ReplayStart(Bed bed, Report report)
{
    private const int Patrols = 600;

    private readonly int _everySeconds = bed.Quick ? 60 : 10;

    private readonly DateTimeOffset _until = DateTimeOffset.UtcNow.AddMinutes(-1);

    public async Task RunAsync()
    {
        await using var database = NpgsqlDataSource.Create(bed.Database);
        await FillAsync(database);
        try
        {
            var (server, address, _) = await bed.StartServerAsync(Ports.Server, cpus: Bed.AllCpus);
            await using var _server = server;
            using var client = await SignInAsync(address);
            await MeasureAsync(client);
        }
        finally
        {
            await ExecuteAsync(database, "TRUNCATE patrol_fix");
        }
    }

    private async Task MeasureAsync(HttpClient client)
    {
        var starts = new List<double>();
        var playback = "";
        for (var round = 0; round < Bed.WarmUpRounds + bed.Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var facts = AskAsync(client, "query ($from: DateTime!, $until: DateTime!) { replay(from: $from, until: $until) { incidents { id urgency position { longitude latitude } standings { at step dueAt } } alarms { id raisedAt clearedAt } activities { id startsAt endsAt } } }");
            var opened = await AskAsync(client, "mutation ($from: DateTime!, $until: DateTime!) { openPlayback(input: { from: $from, until: $until }) { playback { id } gaps { from } } }");
            playback = opened["openPlayback"]!["playback"]!["id"]!.GetValue<string>();
            Check(await LoadAsync(client, playback, _until.AddHours(-1)));
            await facts;
            starts.Add(clock.Elapsed.TotalMilliseconds);
        }

        starts.RemoveRange(0, Bed.WarmUpRounds);
        report.Add(new Metric(12, "replay_start_ms", Median(starts), 1_000, 300, Text($"{starts.Min():0}…{starts.Max():0} ms, {Patrols} patrols every {_everySeconds} s"), HigherIsBetter: false));

        var (times, bytes) = (new List<double>(), 0L);
        for (var minutes = 30; minutes < 24 * 60; minutes += bed.Quick ? 120 : 20)
        {
            var clock = Stopwatch.StartNew();
            var slice = await LoadAsync(client, playback, _until.AddMinutes(-minutes));
            times.Add(clock.Elapsed.TotalMilliseconds);
            Check(slice);
            bytes += slice.Length;
        }

        // At 600 times the speed of the clock a slice lasts a second.
        report.Add(new Metric(12, "replay_slice_ms", Median(times), 1_000, 250, Text($"{times.Min():0}…{times.Max():0} ms; {bytes / times.Count / 1024} KiB before compression"), HigherIsBetter: false));
    }

    private static async Task<byte[]> LoadAsync(HttpClient client, string playback, DateTimeOffset at)
    {
        var second = at.ToUnixTimeSeconds();
        return await client.GetByteArrayAsync(new Uri(Text($"/api/patrols/playbacks/{playback}/{second - second % 600}"), UriKind.Relative));
    }

    private async Task<JsonNode> AskAsync(HttpClient client, string query)
    {
        var body = new { query, variables = new { from = _until.AddHours(-24), until = _until } };
        using var answer = await client.PostAsJsonAsync("/graphql", body);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return said["errors"] is null ? said["data"]! : throw new InvalidOperationException(said.ToJsonString());
    }

    private static async Task<HttpClient> SignInAsync(Uri address)
    {
        var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Add("X-GridMap-Request", "1");
        using var answer = await client.PostAsJsonAsync("/api/session", new { login = "admin", password = "gridmap-demo" });
        answer.EnsureSuccessStatusCode();
        return client;
    }

    private async Task FillAsync(NpgsqlDataSource database)
    {
        await ExecuteAsync(database, "SELECT ensure_fix_partitions(current_date - 2, current_date + 1, current_date - 30)");
        await ExecuteAsync(database, "TRUNCATE patrol_fix");
        // Walks of 1.3 m/s that turn every few minutes.
        await ExecuteAsync(database, Text($"""
            INSERT INTO patrol_fix (patrol_id, fixed_at, received_at, longitude, latitude)
            SELECT
                patrol.id, moment.at, moment.at,
                113.1 + patrol.id * 0.0001 + 0.002 * sin(extract(epoch FROM moment.at) / 170 + patrol.id),
                40.0 + 0.002 * cos(extract(epoch FROM moment.at) / 210 + patrol.id * 2)
            FROM generate_series('{_until.AddHours(-24):O}'::timestamptz, '{_until:O}'::timestamptz, interval '{_everySeconds} seconds') AS moment (at)
            CROSS JOIN (SELECT patrol.id FROM patrol ORDER BY patrol.id LIMIT {Patrols}) AS patrol
            """));
        await ExecuteAsync(database, "VACUUM ANALYZE patrol_fix");
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    private static void Check(byte[] slice)
    {
        var (patrols, at) = (0, 9);
        for (; at < slice.Length; patrols++)
        {
            Skip(slice, ref at);
            for (var left = 3 * Skip(slice, ref at); left > 0; left--)
            {
                Skip(slice, ref at);
            }
        }

        if (patrols != Patrols)
        {
            throw new InvalidOperationException($"No parity: a slice holds {patrols} patrols and not {Patrols}.");
        }
    }

    private static int Skip(byte[] bytes, ref int at)
    {
        var (number, shift) = (0, 0);
        for (; bytes[at] >= 0x80; shift += 7)
        {
            number |= (bytes[at++] & 0x7f) << shift;
        }

        return number | bytes[at++] << shift;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
