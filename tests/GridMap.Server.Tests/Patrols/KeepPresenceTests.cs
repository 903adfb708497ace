using System.Globalization;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using GridMap.Server.Alarms;
using GridMap.Server.Patrols;
using GridMap.Server.Tests.Live;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridMap.Server.Tests.Patrols;

/// <summary>Two grids with a patrol each around the clock (1 in grid 11, 2 in grid 12), 3 of the whole place; looked at minute by minute around midnight in Shanghai.</summary>
public sealed class KeepPresenceTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Midnight = new(2026, 6, 3, 0, 0, 0, TimeSpan.FromHours(8));

    private LiveDistrict _district = null!;
    private SetClock _clock = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        await _district.ExecuteAsync("SELECT ensure_fix_partitions('2026-06-01', '2026-06-05', '2026-06-01')");
        await _district.ExecuteAsync("UPDATE alarm_rule SET after_seconds = 300 WHERE kind IN ('grid_unpatrolled', 'patrol_silent')");
        _clock = new SetClock { At = Midnight.AddMinutes(-10) };
        _server = await _district.StartServerAsync(services => services.AddSingleton<TimeProvider>(_clock));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Fact]
    public async Task A_grid_is_present_while_a_fresh_fix_lies_in_it_and_minutes_are_counted_on_both_sides_of_midnight()
    {
        // Every minute in the first grid, the last time seven minutes before midnight in the second one.
        for (var minute = -12; minute < 5; minute++)
        {
            await FixAsync(1, Midnight.AddMinutes(minute).AddSeconds(30));
        }

        await FixAsync(2, Midnight.AddMinutes(-7).AddSeconds(30), longitude: 113.015);
        await LookUntilAsync(Midnight.AddMinutes(5));
        var watches = await WatchesAsync(_server.Client);
        Assert.Equal(["11 PRESENT", "12 ABSENT"], watches.Select(watch => $"{Text(watch, "gridId")} {Text(watch, "state")}"));
        // The fix was fresh for two minutes.
        Assert.Equal(Midnight.AddMinutes(-5), watches[1].GetProperty("absentSince").GetDateTimeOffset());
        Assert.Equal("12", Text(Assert.Single(await WatchesAsync(_server.Client, "states: [ABSENT]")), "gridId"));

        // Sixteen minutes were watched, from eleven before midnight to five after it.
        Assert.Equal("16/16 2/16", string.Join(' ', await PresenceAsync(11), await PresenceAsync(12)));
        Assert.Equal("11/11", await PresenceAsync(11, until: Midnight));
        Assert.Equal("5/5", await PresenceAsync(11, from: Midnight));
        Assert.Equal("0/0", await PresenceAsync(11, from: Midnight.AddHours(1)));
    }

    [Fact]
    public async Task A_grid_without_patrol_and_a_silent_patrol_are_alarms_after_their_time_until_somebody_is_there_and_heard()
    {
        for (var minute = -12; minute < 20; minute++)
        {
            await FixAsync(1, Midnight.AddMinutes(minute).AddSeconds(30));
            await FixAsync(3, Midnight.AddMinutes(minute).AddSeconds(30));
        }

        // The second patrol is heard until midnight, but it is in the wrong grid.
        for (var minute = -12; minute < 0; minute++)
        {
            await FixAsync(2, Midnight.AddMinutes(minute).AddSeconds(30));
        }

        await LookUntilAsync(Midnight.AddMinutes(-7));
        Assert.Equal(0, await AlarmsAsync(AlarmKind.GridUnpatrolled));
        await LookUntilAsync(Midnight.AddMinutes(-6));
        Assert.Equal(1, await AlarmsAsync(AlarmKind.GridUnpatrolled));
        // On duty since midnight by a shift that begins anew: it has five minutes from then on.
        await LookUntilAsync(Midnight.AddMinutes(4));
        Assert.Equal(0, await AlarmsAsync(AlarmKind.PatrolSilent));
        await LookUntilAsync(Midnight.AddMinutes(5));
        Assert.Equal(1, await AlarmsAsync(AlarmKind.PatrolSilent));
        Assert.Equal(
            ["patrol_silent 李桂英", "grid_unpatrolled 第二网格"],
            await OpenAlarmsAsync());

        // Somebody else walks through: the grid is patrolled, its own patrol still silent.
        await FixAsync(3, Midnight.AddMinutes(5).AddSeconds(50), longitude: 113.015);
        await LookUntilAsync(Midnight.AddMinutes(6));
        Assert.Equal(1, await AlarmsAsync(AlarmKind.GridUnpatrolled));
        Assert.Equal(["patrol_silent 李桂英"], await OpenAlarmsAsync());
        await FixAsync(2, Midnight.AddMinutes(6).AddSeconds(10), longitude: 113.015);
        await LookUntilAsync(Midnight.AddMinutes(7));
        Assert.Equal(1, await AlarmsAsync(AlarmKind.PatrolSilent));
        Assert.Empty(await OpenAlarmsAsync());
    }

    [Fact]
    public async Task When_hardly_anybody_is_heard_of_that_is_one_alarm_and_not_one_for_each()
    {
        await _district.ExecuteAsync(
            """
            INSERT INTO patrol (id, device_id, name, kind, employment, grid_id)
            SELECT number, 'many-' || number, '巡查员' || number, 'grid_worker', 'full_time', 11 + number % 2 FROM generate_series(101, 120) AS number;
            INSERT INTO shift (patrol_id, weekdays, starts_at, ends_at)
            SELECT number, '{1,2,3,4,5,6,7}', '12:00', '12:00' FROM generate_series(101, 120) AS number
            """);
        await LookUntilAsync(Midnight.AddMinutes(20));
        Assert.Equal(0, await AlarmsAsync(AlarmKind.GridUnpatrolled));
        Assert.Equal(0, await AlarmsAsync(AlarmKind.PatrolSilent));
        Assert.Equal(1, await AlarmsAsync(AlarmKind.TrackingLost));
        Assert.Equal(["tracking_lost 测试区"], await OpenAlarmsAsync());

        // Half of them are heard of: from now on each is looked at by itself.
        for (var patrol = 101; patrol <= 112; patrol++)
        {
            await FixAsync(patrol, Midnight.AddMinutes(20).AddSeconds(50));
        }

        await LookUntilAsync(Midnight.AddMinutes(21));
        Assert.Equal(1, await AlarmsAsync(AlarmKind.TrackingLost));
        Assert.Equal(11, await AlarmsAsync(AlarmKind.PatrolSilent));
        Assert.Equal(1, await AlarmsAsync(AlarmKind.GridUnpatrolled));
    }

    [Fact]
    public async Task After_a_gap_nobody_is_absent_before_their_time_and_the_gap_counts_for_nothing()
    {
        await LookUntilAsync(Midnight);
        Assert.Equal("ABSENT", Text((await WatchesAsync(_server.Client))[0], "state"));
        _clock.At = Midnight.AddMinutes(40).AddSeconds(10);
        await LookAllAsync();
        Assert.Equal("AWAITED", Text((await WatchesAsync(_server.Client))[0], "state"));
        Assert.Equal("0/12", await PresenceAsync(11));
        Assert.Equal(0, await AlarmsAsync(AlarmKind.GridUnpatrolled));
        Assert.Equal(0, await AlarmsAsync(AlarmKind.PatrolSilent));
    }

    [Fact]
    public async Task Servers_that_look_at_once_count_each_minute_once()
    {
        _clock.At = Midnight.AddSeconds(10);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => LookAllAsync()));
        _clock.At = Midnight.AddMinutes(9).AddSeconds(10);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => LookAllAsync()));
        Assert.Equal("0/10", await PresenceAsync(11));
    }

    [Fact]
    public async Task A_grid_that_stands_otherwise_is_told_and_one_that_only_goes_on_is_not()
    {
        await LookUntilAsync(Midnight.AddMinutes(-8));
        const string Changes = "SELECT count(*) FROM change WHERE topic = 'grid_presence' AND grid_id IN (11, 12) AND envelope IS NOT NULL";
        Assert.Equal(2L, await _district.ReadAsync<long>(Changes));
        await LookUntilAsync(Midnight.AddMinutes(-5));
        Assert.Equal(4L, await _district.ReadAsync<long>(Changes));
        await LookUntilAsync(Midnight);
        Assert.Equal(4L, await _district.ReadAsync<long>(Changes));
        await _district.ExecuteAsync("DELETE FROM shift WHERE patrol_id = 1");
        await LookUntilAsync(Midnight.AddMinutes(1));
        Assert.Equal(["OFF_WATCH", "ABSENT"], (await WatchesAsync(_server.Client)).Select(watch => Text(watch, "state")));
        var own = await _server.SignInAsync(Role.Viewer, "140214001001002");
        Assert.Equal("12", Text(Assert.Single(await WatchesAsync(own)), "gridId"));
        Assert.Equal("NOT_ALLOWED", await (await _server.SignInAsync(Role.Field)).ErrorCodeAsync("{ gridWatch { state } }"));
    }

    private async Task LookUntilAsync(DateTimeOffset at)
    {
        for (_clock.At = _clock.At.AddSeconds(10 - _clock.At.Second); _clock.At <= at.AddSeconds(10); _clock.At = _clock.At.AddMinutes(1))
        {
            await LookAllAsync();
        }

        _clock.At = at.AddSeconds(10);
    }

    private async Task LookAllAsync()
    {
        using var keep = new KeepPresence(_district.Database.DataSource, new PresenceOptions(), _clock, NullLogger<KeepPresence>.Instance);
        while (await keep.LookAsync(CancellationToken.None))
        {
            // Until there is no minute left.
        }
    }

    private Task<int> AlarmsAsync(AlarmKind kind) => new EvaluateAlarms(_district.Database.DataSource, _clock).RunAsync(kind, null, CancellationToken.None);

    private async Task<string[]> OpenAlarmsAsync() =>
        await _district.ReadAsync<string[]>("SELECT coalesce(array_agg(kind || ' ' || subject_name ORDER BY id DESC), '{}') FROM alarm WHERE state <> 'cleared'");

    private Task FixAsync(int patrol, DateTimeOffset at, double longitude = 113.005) => _district.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO patrol_fix (patrol_id, fixed_at, received_at, longitude, latitude) VALUES ({patrol}, '{at:O}', '{at:O}', {longitude}, 40.005)"));

    private async Task<string> PresenceAsync(int area, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var presence = (await _server.Client.QueryAsync(
            "query ($id: ID!, $from: DateTime!, $until: DateTime!) { area(id: $id) { presence(from: $from, until: $until) { presentMinutes watchedMinutes } } }",
            new { id = area, from = from ?? Midnight.AddDays(-1), until = until ?? Midnight.AddDays(1) })).GetProperty("area").GetProperty("presence");
        return $"{presence.GetProperty("presentMinutes")}/{presence.GetProperty("watchedMinutes")}";
    }

    private static async Task<IReadOnlyList<JsonElement>> WatchesAsync(HttpClient client, string arguments = "within: \"1\"") => [.. (await client.QueryAsync(
        $"{{ gridWatch({arguments}) {{ gridId state onWatchSince presentAt absentSince grid {{ name }} }} }}")).GetProperty("gridWatch").EnumerateArray()];

    private static string Text(JsonElement thing, string field) => thing.GetProperty(field).GetString()!;

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset At { get; set; }

        public override DateTimeOffset GetUtcNow() => At.ToUniversalTime();
    }
}
