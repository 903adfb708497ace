using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Testing;

namespace GridMap.Server.Tests.Live;

/// <summary>Whatever a server has acknowledged outlives its kill, and reaches everybody.</summary>
public sealed class KilledServerTests : IAsyncLifetime
{
    private const int Incidents = 300;
    private const int Dashboards = 3;
    private const int Kills = 3;

    // Fifty a second.
    private static readonly TimeSpan BetweenIncidents = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(100);

    private LiveDistrict _district = null!;
    private string _cookie = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        _cookie = SignIns.CookieOf(await SignIns.OpenAsync(_district.Database.DataSource, TimeProvider.System, new RoleInArea(Role.Administrator, null)));
    }

    public async Task DisposeAsync() => await _district.DisposeAsync();

    [Fact]
    public async Task An_incident_that_was_acknowledged_survives_the_kill_of_the_server_before_anyone_has_seen_it()
    {
        await using var server = await ServerProcess.StartAsync(_district.Database.ConnectionString);
        var cursor = await FindCursorAsync(server);
        var number = await LiveDistrict.ReportAsync(server.Client, "没来得及看到的");
        await server.KillAsync();
        await server.StartAsync();
        await using var returned = await HubClient.FollowAsync(server.Address, _cookie, cursor);
        var items = (await returned.NextFrameAsync("changes")).GetProperty("items");
        Assert.Equal(number, Assert.Single(items.EnumerateArray()).GetProperty("data").GetProperty("number").GetString());
    }

    [Fact]
    public async Task Incidents_at_fifty_a_second_end_on_every_dashboard_exactly_once_though_the_server_is_killed_again_and_again()
    {
        await using var server = await ServerProcess.StartAsync(_district.Database.ConnectionString);
        var cursor = await FindCursorAsync(server);
        var acknowledged = new ConcurrentDictionary<string, string>();
        var reporting = ReportAllAsync(server, acknowledged);
        var dashboards = Enumerable.Range(0, Dashboards).Select(_ => WatchAsync(server, cursor, reporting, acknowledged)).ToArray();
        await KillAgainAndAgainAsync(server, acknowledged);
        await reporting;

        var stored = await _district.ReadAsync<long>("SELECT count(*) FROM incident WHERE description LIKE 'ledger-%'");
        Assert.Equal((Incidents, Incidents), (acknowledged.Count, (int)stored));
        foreach (var shown in await Task.WhenAll(dashboards))
        {
            Assert.Equal(acknowledged.OrderBy(pair => pair.Key, StringComparer.Ordinal), shown.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Every_fix_that_was_acknowledged_is_stored_when_the_server_is_killed_among_them()
    {
        await using var server = await ServerProcess.StartAsync(_district.Database.ConnectionString);
        var start = DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds();
        var acknowledged = new ConcurrentBag<(int Patrol, long At)>();
        var patrols = Enumerable.Range(1, 3).Select(patrol => SendUntilKilledAsync(server.Client, patrol, start, acknowledged)).ToArray();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (acknowledged.Count < 100)
        {
            await Task.Delay(5, patience.Token);
        }

        await server.KillAsync();
        await Task.WhenAll(patrols);
        foreach (var (patrol, at) in acknowledged)
        {
            Assert.Equal(1L, await _district.ReadAsync<long>($"SELECT count(*) FROM patrol_fix WHERE patrol_id = {patrol} AND fixed_at = to_timestamp({at})"));
        }
    }

    /// <summary>A cursor at the present end of the log: from here on nothing may be missed and no resync is due.</summary>
    private async Task<string> FindCursorAsync(ServerProcess server)
    {
        await using var client = await HubClient.FollowAsync(server.Address, _cookie);
        await LiveDistrict.ReportAsync(server.Client, "开头");
        return (await client.ReadUntilAsync("开头")).Cursor;
    }

    private static async Task SendUntilKilledAsync(HttpClient client, int patrol, long start, ConcurrentBag<(int Patrol, long At)> acknowledged)
    {
        try
        {
            for (var second = 0; second < 3_000; second++)
            {
                using var answer = await client.GetAsync(string.Create(
                    CultureInfo.InvariantCulture, $"/osmand?id=device-{patrol}&lat=40.005&lon=113.005&timestamp={start + second}"));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                acknowledged.Add((patrol, start + second));
            }
        }
        catch (HttpRequestException)
        {
            // Killed: nobody was told anything of this one.
        }
    }

    private static async Task ReportAllAsync(ServerProcess server, ConcurrentDictionary<string, string> acknowledged)
    {
        var reports = new List<Task>();
        using var beat = new PeriodicTimer(BetweenIncidents);
        for (var incident = 0; incident < Incidents; incident++)
        {
            reports.Add(ReportAsync(server.Client, $"ledger-{incident}", acknowledged));
            await beat.WaitForNextTickAsync();
        }

        await Task.WhenAll(reports);
    }

    /// <summary>Reports until it is acknowledged, with the same key: the answer to the first may be what was lost.</summary>
    private static async Task ReportAsync(HttpClient client, string description, ConcurrentDictionary<string, string> acknowledged)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!acknowledged.ContainsKey(description))
        {
            try
            {
                acknowledged[description] = await LiveDistrict.ReportAsync(client, description, $"key-of-{description}");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(BeforeTryingAgain, patience.Token);
            }
        }
    }

    /// <summary>Kills after a random share of the reports, the same in every run.</summary>
    private static async Task KillAgainAndAgainAsync(ServerProcess server, ConcurrentDictionary<string, string> acknowledged)
    {
        var chance = new Random(4);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        for (var kill = 0; kill < Kills; kill++)
        {
            var after = kill * Incidents / Kills + chance.Next(10, Incidents / Kills - 20);
            while (acknowledged.Count < after)
            {
                await Task.Delay(5, patience.Token);
            }

            await server.KillAsync();
            await server.StartAsync();
        }
    }

    /// <summary>Follows from a cursor, comes back with the last one whenever the line is cut, and answers what it shows in the end: number by description.</summary>
    private async Task<Dictionary<string, string>> WatchAsync(
        ServerProcess server, string cursor, Task reporting, ConcurrentDictionary<string, string> acknowledged)
    {
        var shown = new Dictionary<string, string>();
        bool IsDone() => reporting.IsCompleted && acknowledged.Keys.All(shown.ContainsKey);
        while (!IsDone())
        {
            try
            {
                await using var client = await HubClient.FollowAsync(server.Address, _cookie, cursor, ["incident"]);
                while (!IsDone())
                {
                    cursor = Take(await client.NextFrameAsync(), shown) ?? cursor;
                }
            }
            catch (Exception cut) when (cut is WebSocketException or HttpRequestException)
            {
                await Task.Delay(BeforeTryingAgain);
            }
        }

        return shown;
    }

    /// <summary>Shows the incidents of a frame and answers its cursor, when it has one. An incident under two numbers would be shown twice.</summary>
    private static string? Take(JsonElement frame, Dictionary<string, string> shown)
    {
        Assert.NotEqual("resync", frame.GetProperty("kind").GetString());
        if (frame.TryGetProperty("items", out var items))
        {
            foreach (var data in items.EnumerateArray().Select(item => item.GetProperty("data")))
            {
                var (description, number) = (data.GetProperty("description").GetString()!, data.GetProperty("number").GetString()!);
                Assert.True(shown.TryAdd(description, number) || shown[description] == number, $"{description} is shown as {shown[description]} and {number}.");
            }
        }

        return frame.TryGetProperty("cursor", out var cursor) ? cursor.GetString() : null;
    }
}
