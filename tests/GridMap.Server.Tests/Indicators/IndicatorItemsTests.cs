using System.Text.Json;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Indicators;

public sealed class IndicatorItemsTests : IAsyncLifetime
{
    private LiveDistrict _district = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        await _district.ExecuteAsync(
            """
            INSERT INTO patrol_point (id, code, name, kind, required_visits, required_per, grid_id, position, created_at, removed_at)
            VALUES
                (1, 'XL-001', '和平路口', 'junction', 1, 'shift', 11, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326), NULL, NULL),
                (2, 'XL-002', '新点位', 'bridge', 1, 'day', 12, ST_SetSRID(ST_MakePoint(113.015, 40.005), 4326), '2026-06-02 08:00+08', NULL),
                (3, 'XL-003', '已撤点位', 'bridge', 1, 'day', 12, ST_SetSRID(ST_MakePoint(113.015, 40.005), 4326), NULL, '2026-06-02 08:00+08');
            -- Of the shifts of the second of June (06:00, 14:00, 22:00 until six in the morning) the last is visited, after midnight.
            INSERT INTO check_in (patrol_point_id, patrol_id, checked_at, distance_meters)
            VALUES (1, 1, '2026-06-03 00:30+08', 3), (2, 2, '2026-06-03 12:00+08', 3), (3, 2, '2026-06-01 12:00+08', 3);
            INSERT INTO grid_presence (grid_id, hour, watched_minutes, present_minutes)
            VALUES (11, '2026-06-02 08:00+08', 60, 60), (11, '2026-06-02 09:00+08', 60, 30), (12, '2026-06-02 09:00+08', 30, 0), (12, '2026-06-04 00:00+08', 60, 60);
            INSERT INTO incident (
                id, number, class_version, class_code, source, urgency, step, description, grid_id, reported_at, due_at, handling_due_at, closed_at, on_scene_at, position)
            SELECT gen_random_uuid(), '20260602-00000' || number, class.version, class.code, 'desk', 'normal', CASE WHEN number = 3 THEN 'handling' ELSE 'closed' END, 'x', 11,
                '2026-06-02 08:00+08', '2026-06-02 10:00+08', '2026-06-02 09:30+08',
                CASE number WHEN 1 THEN timestamptz '2026-06-02 09:00+08' WHEN 2 THEN '2026-06-02 11:00+08' END,
                CASE number WHEN 1 THEN timestamptz '2026-06-02 08:10+08' WHEN 2 THEN '2026-06-02 08:20:00.9+08' END,
                ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326)
            FROM generate_series(1, 3) AS number
            CROSS JOIN (SELECT version, code FROM incident_class ORDER BY version DESC, code LIMIT 1) AS class;
            -- The second was told in time, sent back, and told again too late.
            INSERT INTO incident_step (incident_id, from_step, to_step, at, actor)
            SELECT incident.id, taken.from_step, taken.to_step, taken.at::timestamptz, 'x'
            FROM (VALUES
                (1, NULL, 'reported', '2026-06-02 08:00+08'), (1, 'handling', 'feedback', '2026-06-02 08:50+08'), (1, 'feedback', 'closed', '2026-06-02 09:00+08'),
                (2, 'handling', 'feedback', '2026-06-02 09:20+08'), (2, 'feedback', 'handling', '2026-06-02 09:40+08'),
                (2, 'handling', 'feedback', '2026-06-02 10:30+08'), (2, 'feedback', 'closed', '2026-06-02 11:00+08'),
                (3, 'assigned', 'handling', '2026-06-02 08:30+08')) AS taken (serial, from_step, to_step, at)
            JOIN incident ON incident.number = '20260602-00000' || taken.serial
            """);
        _server = await _district.StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Fact]
    public async Task Shares_and_grade_are_told_with_what_they_are_of()
    {
        var told = await AskAsync("composite { score grade } patrolPresence { numerator denominator } patrolPointRate { numerator denominator }");
        Assert.Equal("""{"numerator":90,"denominator":150}""", told.GetProperty("patrolPresence").GetRawText());
        // Five whole shifts, of which the night was visited, and the one whole day of the point that was there for it.
        Assert.Equal("""{"numerator":2,"denominator":6}""", told.GetProperty("patrolPointRate").GetRawText());
        // Closure 2/3 × 20, on time 1/3 × 30, not sent back 2/3 × 10, points 2/6 × 20, presence 90/150 × 20.
        Assert.Equal(52 - (10 / 3d), told.GetProperty("composite").GetProperty("score").GetDouble(), 1e-9);
        Assert.Equal("D", told.GetProperty("composite").GetProperty("grade").GetString());
        await _district.ExecuteAsync("UPDATE indicator_weight SET weight = CASE indicator WHEN 'patrol_presence' THEN 1 ELSE 0 END");
        Assert.Equal("""{"score":60,"grade":"C"}""", (await AskAsync("composite { score grade }")).GetProperty("composite").GetRawText());
        await _district.ExecuteAsync("UPDATE indicator_weight SET weight = 0; INSERT INTO indicator_weight (indicator, weight) VALUES ('on_time_handling', 5)");
        Assert.Equal(100 / 3d, (await AskAsync("composite { score }")).GetProperty("composite").GetProperty("score").GetDouble(), 1e-9);
        await _district.ExecuteAsync("UPDATE indicator_weight SET weight = 0");
        Assert.Equal(JsonValueKind.Null, (await AskAsync("composite { score grade }")).GetProperty("composite").ValueKind);
    }

    [Theory]
    [InlineData("CLOSURE", "closure", 3)]
    [InlineData("ON_TIME_CLOSURE", "onTimeClosure", 3)]
    [InlineData("ON_TIME_HANDLING", "onTimeHandling", 3)]
    [InlineData("REWORK", "rework", 3)]
    [InlineData("PATROL_POINT_RATE", "patrolPointRate", 6)]
    [InlineData("PATROL_PRESENCE", "patrolPresence", 3)]
    public async Task The_list_behind_a_number_adds_up_to_it_page_by_page(string indicator, string field, int length)
    {
        var share = (await AskAsync($"{field} {{ numerator denominator }}")).GetProperty(field);
        var items = await ItemsAsync(indicator, "");
        Assert.Equal(length, items.Count);
        Assert.Equal(share.GetProperty("numerator").GetInt32(), items.Sum(item => item.GetProperty("numerator").GetInt32()));
        Assert.Equal(share.GetProperty("denominator").GetInt32(), items.Sum(item => item.GetProperty("denominator").GetInt32()));
        var counted = await ItemsAsync(indicator, ", isCounted: true");
        Assert.Equal(items.Count, counted.Count + (await ItemsAsync(indicator, ", isCounted: false")).Count);
        Assert.All(counted, item => Assert.Equal(item.GetProperty("numerator").GetInt32(), item.GetProperty("denominator").GetInt32()));
    }

    [Fact]
    public async Task An_outcome_is_in_time_when_the_one_that_stood_was()
    {
        Assert.Equal("""{"numerator":1,"denominator":3,"value":0.3333333333333333}""", (await AskAsync("onTimeHandling { numerator denominator value }")).GetProperty("onTimeHandling").GetRawText());
        var late = await ItemsAsync("ON_TIME_HANDLING", ", isCounted: false");
        Assert.Equal(["20260602-000002", "20260602-000003"], late.Select(item => item.GetProperty("incident").GetProperty("number").GetString()));
        Assert.All(late, item => Assert.Equal(DateTimeOffset.Parse("2026-06-02T09:30:00+08:00", System.Globalization.CultureInfo.InvariantCulture), item.GetProperty("at").GetDateTimeOffset()));
    }

    [Fact]
    public async Task Behind_the_response_times_stand_those_that_were_reached_with_their_seconds_and_those_that_were_not()
    {
        var reached = await ItemsAsync("RESPONSE_TIMES", ", isCounted: true");
        Assert.Equal((await AskAsync("responseTimes { count }")).GetProperty("responseTimes").GetProperty("count").GetInt32(), reached.Count);
        Assert.Equal([600, 1200], reached.Select(item => item.GetProperty("seconds").GetInt32()));
        var waiting = Assert.Single(await ItemsAsync("RESPONSE_TIMES", ", isCounted: false"));
        Assert.Equal(("20260602-000003", JsonValueKind.Null), (waiting.GetProperty("incident").GetProperty("number").GetString(), waiting.GetProperty("seconds").ValueKind));
    }

    [Fact]
    public async Task An_item_names_what_it_is_about()
    {
        Assert.Equal("20260602-000003", (await ItemsAsync("CLOSURE", ", isCounted: false"))[0].GetProperty("incident").GetProperty("number").GetString());
        var visited = await ItemsAsync("PATROL_POINT_RATE", ", isCounted: true");
        Assert.Equal(["XL-001", "XL-002"], visited.Select(item => item.GetProperty("patrolPoint").GetProperty("code").GetString()));
        Assert.Equal("11", (await ItemsAsync("PATROL_PRESENCE", ", isCounted: true"))[0].GetProperty("grid").GetProperty("id").GetString());
        Assert.Empty(await ItemsAsync("PATROL_PRESENCE", ", within: 12, isCounted: true"));
    }

    private async Task<JsonElement> AskAsync(string selection) => (await _server.Client.QueryAsync(
        $"{{ indicators(from: \"2026-06-02T06:00:00+08:00\", until: \"2026-06-04T00:00:00+08:00\") {{ {selection} }} }}")).GetProperty("indicators");

    private async Task<IReadOnlyList<JsonElement>> ItemsAsync(string indicator, string more)
    {
        var items = new List<JsonElement>();
        for (var after = ""; ;)
        {
            var page = (await _server.Client.QueryAsync(
                $"{{ indicatorItems(indicator: {indicator}, from: \"2026-06-02T06:00:00+08:00\", until: \"2026-06-04T00:00:00+08:00\", first: 2{after}{more}) "
                + "{ nodes { at numerator denominator seconds incident { number } patrolPoint { code } grid { id } } pageInfo { hasNextPage endCursor } } }")).GetProperty("indicatorItems");
            items.AddRange(page.GetProperty("nodes").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return items;
            }

            after = $", after: \"{page.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"";
        }
    }
}
