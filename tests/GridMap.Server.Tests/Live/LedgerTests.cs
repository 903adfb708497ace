using System.Collections.Concurrent;
using System.Text.Json;
using GridMap.Testing;

namespace GridMap.Server.Tests.Live;

/// <summary>A client-side ledger: whatever was acknowledged is shown to everybody, no matter how often they are cut off.</summary>
public sealed class LedgerTests : IAsyncLifetime
{
    private const int Reporters = 100;
    private const int ReportsEach = 5;
    private const int Watchers = 3;

    private LiveDistrict _district = null!;

    public async Task InitializeAsync() => _district = await LiveDistrict.CreateAsync();

    public async Task DisposeAsync() => await _district.DisposeAsync();

    [Fact]
    public async Task Everyone_who_comes_and_goes_with_a_cursor_sees_each_acknowledged_incident_while_a_hundred_report_and_one_commits_late()
    {
        await using var server = await _district.StartServerAsync();
        var acknowledged = new ConcurrentDictionary<string, byte>();
        var reporting = new TaskCompletionSource();
        var cursor = await FindCursorAsync(server);
        var watchers = Enumerable.Range(0, Watchers).Select(seed => WatchAsync(server, cursor, seed, reporting.Task, acknowledged)).ToArray();

        var late = CommitLateAsync(acknowledged);
        await Task.WhenAll(Enumerable.Range(0, Reporters).Select(reporter => ReportAsync(server, reporter, acknowledged)));
        reporting.SetResult();
        await late;

        Assert.Equal(Reporters * ReportsEach, acknowledged.Count);
        foreach (var seen in await Task.WhenAll(watchers))
        {
            Assert.Superset(acknowledged.Keys.ToHashSet(), seen);
        }
    }

    /// <summary>A cursor at the present end of the log: from here on nothing may be missed and no resync is due.</summary>
    private static async Task<string> FindCursorAsync(TestServer server)
    {
        await using var client = await HubClient.FollowAsync(server);
        await LiveDistrict.ReportAsync(server, "开头");
        return (await client.ReadUntilAsync("开头")).Cursor;
    }

    private static async Task ReportAsync(TestServer server, int reporter, ConcurrentDictionary<string, byte> acknowledged)
    {
        for (var report = 0; report < ReportsEach; report++)
        {
            acknowledged[await LiveDistrict.ReportAsync(server, $"{reporter}-{report}")] = 0;
        }
    }

    /// <summary>A writer that took its place in the log before the others and commits after half of them.</summary>
    private async Task CommitLateAsync(ConcurrentDictionary<string, byte> acknowledged)
    {
        await using var connection = await _district.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT record_change('facility', '1', 'upsert', NULL, NULL)";
        await command.ExecuteNonQueryAsync();
        while (acknowledged.Count < Reporters * ReportsEach / 2)
        {
            await Task.Delay(10);
        }

        await transaction.CommitAsync();
    }

    /// <summary>Follows, is cut off after a few frames, comes back with its last cursor, until it has seen everything that was acknowledged.</summary>
    private static async Task<HashSet<string>> WatchAsync(
        TestServer server, string cursor, int seed, Task reporting, ConcurrentDictionary<string, byte> acknowledged)
    {
        var chance = new Random(seed);
        var seen = new HashSet<string>();
        while (!(reporting.IsCompleted && seen.IsSupersetOf(acknowledged.Keys)))
        {
            await using var client = await HubClient.FollowAsync(server, cursor, ["incident"]);
            for (var frames = chance.Next(1, 12); frames > 0 && !(reporting.IsCompleted && seen.IsSupersetOf(acknowledged.Keys)); frames--)
            {
                var frame = await client.NextFrameAsync();
                cursor = Take(frame, seen) ?? cursor;
            }
        }

        return seen;
    }

    /// <summary>Notes the incidents of a frame and answers its cursor, when it has one.</summary>
    private static string? Take(JsonElement frame, HashSet<string> seen)
    {
        Assert.NotEqual("resync", frame.GetProperty("kind").GetString());
        if (frame.TryGetProperty("items", out var items))
        {
            seen.UnionWith(items.EnumerateArray().Select(item => item.GetProperty("data").GetProperty("number").GetString()!));
        }

        return frame.TryGetProperty("cursor", out var cursor) ? cursor.GetString() : null;
    }
}
