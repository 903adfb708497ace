using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Patrols;

public sealed class PointVisitsTests : IAsyncLifetime
{
    private LiveDistrict _district = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        await _district.ExecuteAsync(
            """
            INSERT INTO patrol_point (id, code, name, kind, required_visits, required_per, grid_id, position)
            VALUES
                (1, 'XL-001', '和平路口', 'junction', 1, 'shift', 11, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326)),
                (2, 'XL-002', '东风桥', 'bridge', 1, 'day', 12, ST_SetSRID(ST_MakePoint(113.015, 40.005), 4326));
            INSERT INTO check_in (patrol_point_id, patrol_id, checked_at, distance_meters)
            VALUES (1, 1, '2026-06-02 23:00+08', 3), (1, 1, '2026-06-03 05:59:59+08', 3), (2, 2, '2026-06-02 23:59:59+08', 3)
            """);
        _server = await _district.StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Theory]
    // The night shift runs from 22:00 over midnight to 06:00.
    [InlineData("2026-06-02T21:59:59+08:00", "2026-06-02T14:00:00+08:00", 0, true, true)]
    [InlineData("2026-06-02T22:00:00+08:00", "2026-06-02T22:00:00+08:00", 0, true, true)]
    [InlineData("2026-06-02T23:00:00+08:00", "2026-06-02T22:00:00+08:00", 1, false, true)]
    [InlineData("2026-06-03T00:00:00+08:00", "2026-06-02T22:00:00+08:00", 1, false, true)]
    [InlineData("2026-06-03T05:59:59+08:00", "2026-06-02T22:00:00+08:00", 2, false, true)]
    [InlineData("2026-06-03T06:00:00+08:00", "2026-06-03T06:00:00+08:00", 0, true, false)]
    [InlineData("2026-06-03T14:00:00+08:00", "2026-06-03T14:00:00+08:00", 0, true, true)]
    public async Task A_point_is_due_and_missed_by_the_shift_at_any_time(string at, string starts, int visits, bool isDue, bool isMissed)
    {
        var told = (await _server.Client.QueryAsync(
            "query ($at: DateTime!) { patrolPoint(id: \"1\") { requiredPer visits(at: $at) { periodStartsAt visitsInPeriod isDue isMissed } } }", new { at }))
            .GetProperty("patrolPoint");
        Assert.Equal("SHIFT", told.GetProperty("requiredPer").GetString());
        var period = told.GetProperty("visits");
        Assert.Equal(DateTimeOffset.Parse(starts, System.Globalization.CultureInfo.InvariantCulture), period.GetProperty("periodStartsAt").GetDateTimeOffset());
        Assert.Equal((visits, isDue, isMissed), (period.GetProperty("visitsInPeriod").GetInt32(), period.GetProperty("isDue").GetBoolean(), period.GetProperty("isMissed").GetBoolean()));
    }

    [Fact]
    public async Task When_a_point_was_visited_is_told_in_ones_own_area_only()
    {
        var all = new[] { "2/True", "1/True" };
        Assert.Equal(all, await VisitsSeenAsync(_server.Client));
        Assert.Equal(all, await VisitsSeenAsync(await _server.SignInAsync(Role.Viewer)));
        Assert.Equal(["0/False", "1/True"], await VisitsSeenAsync(await _server.SignInAsync(Role.Viewer, "140214001001002")));
        Assert.Equal(["0/False", "1/True"], await VisitsSeenAsync(await _server.SignInAsync(Role.Field, "140214001001002")));
        var integration = await _server.SignInAsync(Role.Integration);
        Assert.Equal(["0/False", "0/False"], await VisitsSeenAsync(integration));
        await using var events = await GraphQLEvents.OpenAsync(integration, "subscription { checkedIn { cursor } }");
        var refused = Assert.NotNull(await events.NextAsync());
        Assert.Equal("NOT_ALLOWED", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    /// <summary>Of each point how many check-ins are listed, and whether the last one is told; the two lists and the count must agree.</summary>
    private static async Task<string[]> VisitsSeenAsync(HttpClient client)
    {
        var points = (await client.QueryAsync(
            "{ patrolPoints { nodes { grid { lastCheckInAt } lastCheckIn { at } checkIns { totalCount nodes { at } } latest: checkIns(last: 9) { nodes { at } } } } }"))
            .GetProperty("patrolPoints").GetProperty("nodes");
        return [.. points.EnumerateArray().Select(point =>
        {
            var listed = point.GetProperty("checkIns").GetProperty("nodes").GetArrayLength();
            Assert.Equal(listed, point.GetProperty("checkIns").GetProperty("totalCount").GetInt32());
            Assert.Equal(listed, point.GetProperty("latest").GetProperty("nodes").GetArrayLength());
            var hasLast = point.GetProperty("lastCheckIn").ValueKind == JsonValueKind.Object;
            Assert.Equal(hasLast, point.GetProperty("grid").GetProperty("lastCheckInAt").ValueKind == JsonValueKind.String);
            return $"{listed}/{hasLast}";
        })];
    }
}
