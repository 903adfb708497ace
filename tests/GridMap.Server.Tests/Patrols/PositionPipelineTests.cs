using System.Net;
using System.Text.Json.Nodes;
using GridMap.Server.Patrols;
using GridMap.Server.Tests.Live;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GridMap.Server.Tests.Patrols;

public sealed class PositionPipelineTests : IAsyncLifetime
{
    private const string CopyThatWaits = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%COPY%'";

    private LiveDistrict _district = null!;

    public async Task InitializeAsync() => _district = await LiveDistrict.CreateAsync();

    public async Task DisposeAsync() => await _district.DisposeAsync();

    [Fact]
    public async Task A_fix_is_acknowledged_only_after_its_commit()
    {
        await using var server = await _district.StartServerAsync();
        await using var blocker = await _district.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await LockFixesAsync(blocker);

        var answer = SendAsync(server, "device-1", DateTimeOffset.UtcNow);
        await WaitForCopyAsync();
        Assert.False(answer.IsCompleted, "The fix was acknowledged while the database had not stored it.");

        await transaction.CommitAsync();
        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM patrol_fix"));
    }

    [Fact]
    public async Task When_the_database_breaks_off_the_device_is_told_to_send_again_and_nothing_is_stored_twice()
    {
        await using var server = await _district.StartServerAsync();
        await using var blocker = await _district.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await LockFixesAsync(blocker);

        var at = DateTimeOffset.UtcNow;
        var first = SendAsync(server, "device-1", at);
        await WaitForCopyAsync();
        await BreakCopyOffAsync();
        using var refused = await first;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter is not null);

        await transaction.CommitAsync();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, "device-1", at)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, "device-1", at)).StatusCode);
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM patrol_fix"));
    }

    [Fact]
    public async Task A_connection_that_broke_while_nothing_came_costs_nobody_a_fix()
    {
        await using var server = await _district.StartServerAsync();
        var at = DateTimeOffset.UtcNow;
        using var before = await SendAsync(server, "device-1", at);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(1, await _district.ReadAsync<long>("SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY patrol_fix%'"));

        using var after = await SendAsync(server, "device-1", at.AddSeconds(1));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(2, await _district.ReadAsync<long>("SELECT count(*) FROM patrol_fix"));
    }

    [Fact]
    public async Task What_was_judged_by_a_batch_that_broke_off_is_judged_anew()
    {
        await using var server = await _district.StartServerAsync();
        await using var blocker = await _district.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await LockFixesAsync(blocker);

        var at = DateTimeOffset.UtcNow;
        var first = SendAsync(server, "device-1", at);
        await WaitForCopyAsync();

        // Beside the first one it is a duplicate; without it, it is not.
        var second = SendAsync(server, "device-1", at);
        using var unknown = await SendAsync(server, "nobody", at);
        await BreakCopyOffAsync();
        using var refused = await first;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);

        await transaction.CommitAsync();
        using var stored = await second;
        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        Assert.False(stored.Headers.Contains("X-GridMap-Filtered"));
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM patrol_fix"));
    }

    [Fact]
    public async Task A_full_queue_turns_fixes_away_instead_of_growing()
    {
        await using var server = await _district.StartServerAsync(services => services.AddSingleton(new PatrolOptions { QueueLength = 2, LargestBatch = 1 }));
        await using var blocker = await _district.Database.DataSource.OpenConnectionAsync();
        await using var transaction = await LockFixesAsync(blocker);

        var at = DateTimeOffset.UtcNow;
        var answers = Enumerable.Range(0, 10).Select(index => SendAsync(server, "device-1", at.AddSeconds(index))).ToList();
        using var turnedAway = await await Task.WhenAny(answers);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, turnedAway.StatusCode);
        Assert.True(turnedAway.Headers.RetryAfter is not null);

        await transaction.CommitAsync();
        var statuses = (await Task.WhenAll(answers)).Select(answer => answer.StatusCode).ToList();
        Assert.Contains(HttpStatusCode.OK, statuses);
        Assert.DoesNotContain(HttpStatusCode.InternalServerError, statuses);
    }

    [Fact]
    public async Task A_moving_patrol_is_seen_where_it_was_last_and_the_last_positions_survive_a_restart()
    {
        var at = DateTimeOffset.UtcNow.AddSeconds(-30);
        await using (var first = await _district.StartServerAsync())
        {
            await using var client = await HubClient.FollowAsync(first);
            await SendAsync(first, "device-1", at, longitude: 113.0051234, latitude: 40.0056789, "&speed=2.5&speed_unit=mps&bearing=90");
            var seen = PositionFrame.Read(await client.NextFrameAsync("positions"));
            Assert.Equal(new FramePosition(1, 113_005_123, 40_005_679, 0, 64, 10), seen.Single() with { AgeDeciseconds = 0 });
            Assert.InRange(seen.Single().AgeDeciseconds, 300, 1200);
        }

        await using var second = await _district.StartServerAsync();
        await using var returned = await HubClient.FollowAsync(second);
        Assert.Equal(113_005_123, PositionFrame.Read(await returned.NextFrameAsync("positions")).Single().Longitude);

        // Nor does a fix that is older than what was known before the restart move it back.
        using var older = await SendAsync(second, "device-1", at.AddSeconds(-10));
        Assert.Equal("OUT_OF_ORDER", older.Headers.GetValues("X-GridMap-Filtered").Single());
    }

    [Fact]
    public async Task Only_what_moves_in_the_window_arrives_and_a_moved_window_shows_what_is_in_it()
    {
        await using var server = await _district.StartServerAsync();
        await using var client = await HubClient.FollowAsync(server, viewport: [113.0045, 40.0045, 113.0055, 40.0055]);
        await SendAsync(server, "device-2", DateTimeOffset.UtcNow.AddSeconds(-20), longitude: 113.205);
        await SendAsync(server, "device-1", DateTimeOffset.UtcNow.AddSeconds(-20), longitude: 113.005);
        Assert.Equal(1u, PositionFrame.Read(await client.NextFrameAsync("positions")).Single().Id);

        await client.InvokeAsync("SetViewport", new JsonArray(113.2045, 40.0045, 113.2055, 40.0055));
        Assert.Equal(2u, PositionFrame.Read(await client.NextFrameAsync("positions")).Single().Id);
    }

    [Fact]
    public async Task A_patrol_that_goes_off_duty_is_gone_from_the_map_and_recorded_no_more()
    {
        await using var server = await _district.StartServerAsync(
            services => services.AddSingleton(new PatrolOptions { WatchEvery = TimeSpan.FromMilliseconds(50) }));
        await using var client = await HubClient.FollowAsync(server);
        await SendAsync(server, "device-1", DateTimeOffset.UtcNow.AddSeconds(-5));
        Assert.Single(PositionFrame.Read(await client.NextFrameAsync("positions")));

        await _district.ExecuteAsync("DELETE FROM shift WHERE patrol_id = 1; SELECT record_change('patrol', '1', 'upsert', NULL, NULL)");
        var gone = await client.NextFrameAsync("gone");
        Assert.Equal(1, Assert.Single(gone.GetProperty("ids").EnumerateArray()).GetInt32());
        using var answer = await SendAsync(server, "device-1", DateTimeOffset.UtcNow);
        Assert.Equal("OFF_DUTY", answer.Headers.GetValues("X-GridMap-Filtered").Single());
    }

    [Fact]
    public async Task Whoever_is_on_duty_and_was_not_heard_of_is_listed_as_silent_until_they_are_heard()
    {
        await using var server = await _district.StartServerAsync();
        await SendAsync(server, "device-1", DateTimeOffset.UtcNow.AddSeconds(-5));
        await SendAsync(server, "device-2", DateTimeOffset.UtcNow.AddMinutes(-11));
        const string Query = "{ patrols(filter: { silent: true }) { totalCount nodes { id } } }";
        Assert.Equal("""{"totalCount":2,"nodes":[{"id":"2"},{"id":"3"}]}""", (await server.Client.QueryAsync(Query)).GetProperty("patrols").GetRawText());
        await SendAsync(server, "device-2", DateTimeOffset.UtcNow.AddSeconds(-5));
        Assert.Equal("""{"totalCount":1,"nodes":[{"id":"3"}]}""", (await server.Client.QueryAsync(Query)).GetProperty("patrols").GetRawText());
    }

    [Fact]
    public async Task A_silent_patrol_is_gone_from_the_map()
    {
        await using var server = await _district.StartServerAsync(services => services.AddSingleton(
            new PatrolOptions { WatchEvery = TimeSpan.FromMilliseconds(50), SilentAfter = TimeSpan.FromSeconds(3) }));
        await using var client = await HubClient.FollowAsync(server);
        await SendAsync(server, "device-1", DateTimeOffset.UtcNow);
        await client.NextFrameAsync("gone");
    }

    [Fact]
    public async Task The_rule_for_shifts_agrees_with_the_database_at_every_quarter_of_a_week()
    {
        await _district.ExecuteAsync("""
            INSERT INTO shift (patrol_id, weekdays, starts_at, ends_at)
            VALUES (4, '{5}', '22:00', '06:00'), (4, '{1,3}', '08:30', '17:30'), (4, '{7}', '23:45', '00:15'), (4, '{2}', '12:00', '12:00')
            """);
        var roster = await new LoadDutyRoster(_district.Database.DataSource).RunAsync(CancellationToken.None);
        await using var command = _district.Database.DataSource.CreateCommand("""
            SELECT at, EXISTS (SELECT 1 FROM on_duty_patrols(at) AS duty WHERE duty.patrol_id = 4)
            FROM generate_series('2026-06-01T00:00Z'::timestamptz, '2026-06-08T00:00Z', '15 minutes') AS at
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var onDuty = 0;
        while (await reader.ReadAsync())
        {
            var at = reader.GetFieldValue<DateTimeOffset>(0);
            Assert.True(roster.IsOnDuty(4, at) == reader.GetBoolean(1), $"{at:O}");
            onDuty += reader.GetBoolean(1) ? 1 : 0;
        }

        // The noon-to-noon shift and the one on Wednesday share three and a half hours.
        Assert.Equal((8 + 9 + 9 + 24) * 4 + 2 - 14, onDuty);
    }

    private static Task<HttpResponseMessage> SendAsync(
        TestServer server, string device, DateTimeOffset at, double longitude = 113.005, double latitude = 40.005, string more = "") =>
        server.Client.GetAsync(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"/osmand?id={device}&lat={latitude}&lon={longitude}&timestamp={at.ToUnixTimeMilliseconds()}{more}"));

    /// <summary>From now until the end of the transaction fixes are copied nowhere.</summary>
    private static async Task<NpgsqlTransaction> LockFixesAsync(NpgsqlConnection blocker)
    {
        var transaction = await blocker.BeginTransactionAsync();
        await using var command = blocker.CreateCommand();
        command.CommandText = "LOCK TABLE patrol_fix IN ACCESS EXCLUSIVE MODE";
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    private async Task WaitForCopyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await _district.ReadAsync<long>($"SELECT count(*) {CopyThatWaits}") < 1)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private Task BreakCopyOffAsync() => _district.ExecuteAsync($"SELECT pg_terminate_backend(pid) {CopyThatWaits}");
}
