using System.Globalization;
using GridMap.Core.Access;
using GridMap.Server.Tests.Live;

namespace GridMap.Server.Tests.Patrols;

public sealed class PlayTrackTests
{
    private const string Query = """{ patrol(id: 1) { track(from: "2026-06-03T01:00:00Z", until: "2026-06-03T02:00:00Z") { fixes { at } } } }""";

    [Fact]
    public async Task Each_playback_is_an_entry_of_the_audit_trail_and_a_refused_one_is_none()
    {
        await using var district = await LiveDistrict.CreateAsync();
        await using var server = await district.StartServerAsync();
        Assert.Equal("NOT_ALLOWED", await (await server.SignInAsync(Role.Viewer)).ErrorCodeAsync(Query));
        Assert.Equal(0L, await district.ReadAsync<long>("SELECT count(*) FROM audit WHERE action = 'track.played'"));

        var dispatcher = await server.SignInAsync(Role.Dispatcher);
        await dispatcher.QueryAsync(Query);
        await dispatcher.QueryAsync(Query);
        Assert.Equal(2L, await district.ReadAsync<long>(
            """
            SELECT count(*) FROM audit
            WHERE action = 'track.played' AND subject = '1' AND actor LIKE 'test-%'
                AND (detail ->> 'from')::timestamptz = '2026-06-03 01:00:00+00' AND (detail ->> 'until')::timestamptz = '2026-06-03 02:00:00+00'
            """));
    }

    [Fact]
    public async Task A_period_with_too_many_fixes_is_refused()
    {
        await using var district = await LiveDistrict.CreateAsync();
        // Fixes are kept for a month only, so they cannot be of a day that is written here.
        await district.ExecuteAsync(
            """
            SELECT ensure_fix_partitions(current_date - 2, current_date + 1, current_date - 2);
            INSERT INTO patrol_fix (patrol_id, fixed_at, received_at, longitude, latitude)
            SELECT 1, now() - interval '2 hours' + make_interval(secs => number * 0.1), now(), 113.005, 40.005 FROM generate_series(0, 20000) AS number
            """);
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"{{ patrol(id: 1) {{ track(from: \"{DateTimeOffset.UtcNow.AddHours(-3):O}\", until: \"{DateTimeOffset.UtcNow:O}\") {{ fixes {{ at }} }} }} }}");
        await using var server = await district.StartServerAsync();
        Assert.Equal("TRACK_TOO_MANY_FIXES", await server.Client.ErrorCodeAsync(query));
        await district.ExecuteAsync("DELETE FROM patrol_fix WHERE fixed_at = (SELECT min(fixed_at) FROM patrol_fix)");
        var data = await server.Client.QueryAsync(query);
        Assert.Equal(20_000, data.GetProperty("patrol").GetProperty("track").GetProperty("fixes").GetArrayLength());
    }
}
