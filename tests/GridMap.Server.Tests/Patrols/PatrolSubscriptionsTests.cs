using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Patrols;

public sealed class PatrolSubscriptionsTests : IAsyncLifetime
{
    private const string Positions = "positions { patrolId position { longitude latitude } bearingDegrees speedMps ageSeconds patrol { name } } gone";
    private const string West = "bounds: { west: 113, south: 40, east: 113.01, north: 40.01 }";

    private LiveDistrict _district = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        await _district.ExecuteAsync(
            """
            INSERT INTO patrol_point (id, code, name, kind, required_visits, required_per, grid_id, position)
            VALUES (1, 'XL-001', '和平路口', 'junction', 2, 'month', 11, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326))
            """);
        _server = await _district.StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Fact]
    public async Task Who_subscribes_sees_everybody_in_the_box_and_then_who_moves_in_it_within_a_second()
    {
        await SendAsync("device-1", 113.005, seconds: -30);
        await SendAsync("device-2", 113.015, seconds: -30);
        using var stream = await EventStream.SubscribeAsync(_server.Client, $"subscription {{ positions({West}) {{ {Positions} }} }}");
        var first = await UntilAsync(stream, "1");
        Assert.Equal("张建国", first.GetProperty("patrol").GetProperty("name").GetString());

        await SendAsync("device-2", 113.0152, seconds: -20);
        var watch = Stopwatch.StartNew();
        await SendAsync("device-1", 113.0051234, seconds: -10, "&speed=2.5&speed_unit=mps&bearing=91");
        var moved = await stream.NextAsync("positions");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
        var position = Assert.Single(moved.GetProperty("positions").EnumerateArray());
        Assert.Equal(
            """{"patrolId":"1","position":{"longitude":113.0051234,"latitude":40.005},"bearingDegrees":91,"speedMps":2.5}""",
            position.GetRawText()[..position.GetRawText().IndexOf(",\"ageSeconds\"", StringComparison.Ordinal)] + "}");
        Assert.InRange(position.GetProperty("ageSeconds").GetDouble(), 9, 20);
    }

    [Fact]
    public async Task Who_leaves_the_box_is_gone_and_who_comes_back_is_there_again()
    {
        await SendAsync("device-1", 113.0095, seconds: -30);
        using var stream = await EventStream.SubscribeAsync(_server.Client, $"subscription {{ positions({West}) {{ {Positions} }} }}");
        await UntilAsync(stream, "1");
        await SendAsync("device-1", 113.0105, seconds: -20);
        Assert.Equal("""["1"]""", (await stream.NextAsync("positions")).GetProperty("gone").GetRawText());
        await SendAsync("device-1", 113.0095, seconds: -10);
        Assert.Equal("1", (await stream.NextAsync("positions")).GetProperty("positions")[0].GetProperty("patrolId").GetString());
        await _district.ExecuteAsync("DELETE FROM shift WHERE patrol_id = 1; SELECT record_change('patrol', '1', 'upsert', 11, NULL)");
        Assert.Equal("""["1"]""", (await stream.NextAsync("positions")).GetProperty("gone").GetRawText());
    }

    [Fact]
    public async Task A_subscriber_who_reads_nothing_for_a_while_gets_the_latest_of_each()
    {
        using var stream = await EventStream.SubscribeAsync(_server.Client, $"subscription {{ positions {{ {Positions} }} }}");
        await stream.NextAsync("positions");
        for (var i = 0; i < 20; i++)
        {
            await SendAsync("device-1", 113.001 + (i * 1e-5), seconds: i - 60);
        }

        var longitude = 0.0;
        while (longitude < 113.00119)
        {
            var next = (await stream.NextAsync("positions")).GetProperty("positions")[0].GetProperty("position").GetProperty("longitude").GetDouble();
            Assert.True(next > longitude, "A patrol moved backwards.");
            longitude = next;
        }

        Assert.Equal(113.00119, longitude, 1e-9);
    }

    [Fact]
    public async Task One_sees_the_patrols_of_ones_own_area_only()
    {
        await SendAsync("device-1", 113.005, seconds: -30);
        await SendAsync("device-3", 113.005, seconds: -30);
        using var stream = await EventStream.SubscribeAsync(
            await _server.SignInAsync(Role.Viewer, "140214001001002"), $"subscription {{ positions {{ {Positions} }} }}");
        Assert.Equal("""{"positions":[],"gone":[]}""", (await stream.NextAsync("positions")).GetRawText());
        await SendAsync("device-1", 113.0051, seconds: -20);
        await SendAsync("device-2", 113.0051, seconds: -20);
        var seen = await stream.NextAsync("positions");
        Assert.Equal("2", Assert.Single(seen.GetProperty("positions").EnumerateArray()).GetProperty("patrolId").GetString());
    }

    [Theory]
    [InlineData(Role.Field, "positions { gone }", "NOT_ALLOWED")]
    [InlineData(Role.Administrator, "positions(bounds: { west: 2, south: 0, east: 1, north: 1 }) { gone }", "BOUNDS_INVERTED")]
    [InlineData(Role.Administrator, "checkedIn(cursor: \"x\") { cursor }", "CURSOR_MALFORMED")]
    [InlineData(Role.Administrator, "patrolPointChanged(within: \"x\") { cursor }", "ID_MALFORMED")]
    public async Task What_may_not_be_or_makes_no_sense_is_refused(Role role, string field, string code)
    {
        using var stream = await EventStream.SubscribeAsync(await _server.SignInAsync(role), $"subscription {{ {field} }}");
        var answer = await stream.NextAsync();
        Assert.Equal(code, answer!.Value.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task When_the_session_ends_so_does_the_stream()
    {
        var key = await _server.OpenSessionAsync(new Platform.Access.RoleInArea(Role.Viewer, null));
        using var stream = await EventStream.SubscribeAsync(_server.Connect(key), $"subscription {{ positions {{ {Positions} }} }}");
        await stream.NextAsync("positions");
        Assert.Equal(HttpStatusCode.NoContent, (await _server.Connect(key).DeleteAsync("/api/session")).StatusCode);
        var last = Assert.NotNull(await stream.NextAsync());
        Assert.Equal("SESSION_ENDED", last.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task Check_ins_and_changed_points_are_told_and_none_is_lost_behind_a_cursor()
    {
        using var visits = await EventStream.SubscribeAsync(_server.Client, "subscription { checkedIn(within: 11) { cursor resync checkIn { patrol { id } patrolPoint { code } } } }");
        var begin = await visits.NextAsync("checkedIn");
        Assert.True(begin.GetProperty("resync").GetBoolean());
        await CheckInAsync("visit-0001");
        var told = await visits.NextAsync("checkedIn");
        Assert.Equal("""{"patrol":{"id":"1"},"patrolPoint":{"code":"XL-001"}}""", told.GetProperty("checkIn").GetRawText());

        await CheckInAsync("visit-0002");
        using var again = await EventStream.SubscribeAsync(
            _server.Client, $"subscription {{ checkedIn(cursor: \"{told.GetProperty("cursor").GetString()}\") {{ resync checkIn {{ patrol {{ id }} }} }} }}");
        Assert.Equal("""{"resync":false,"checkIn":{"patrol":{"id":"1"}}}""", (await again.NextAsync("checkedIn")).GetRawText());

        using var points = await EventStream.SubscribeAsync(_server.Client, "subscription { patrolPointChanged(within: 11) { resync id patrolPoint { name } } }");
        await points.NextAsync("patrolPointChanged");
        await _server.Client.QueryAsync("mutation { updatePatrolPoint(input: { id: 1, expectedVersion: 1, name: \"新名\" }) { refusal { code } } }");
        Assert.Equal("""{"resync":false,"id":"1","patrolPoint":{"name":"新名"}}""", (await points.NextAsync("patrolPointChanged")).GetRawText());
        await _server.Client.QueryAsync("mutation { removePatrolPoint(input: { id: 1, expectedVersion: 2 }) { refusal { code } } }");
        Assert.Equal("""{"resync":false,"id":"1","patrolPoint":null}""", (await points.NextAsync("patrolPointChanged")).GetRawText());
    }

    private Task<JsonElement> CheckInAsync(string key) => _server.Client.QueryAsync(
        "mutation ($input: CheckInInput!) { checkIn(input: $input) { refusal { code } } }",
        new
        {
            input = new
            {
                patrolPointId = "1",
                patrolId = "1",
                position = new { longitude = 113.005, latitude = 40.005 },
                at = DateTimeOffset.UtcNow,
                idempotencyKey = key,
            },
        });

    /// <summary>The first position of a patrol; it may come with the first event or, if the board was not yet told, a moment later.</summary>
    private static async Task<JsonElement> UntilAsync(EventStream stream, string patrolId)
    {
        while (true)
        {
            foreach (var position in (await stream.NextAsync("positions")).GetProperty("positions").EnumerateArray())
            {
                if (position.GetProperty("patrolId").GetString() == patrolId)
                {
                    return position;
                }
            }
        }
    }

    private async Task SendAsync(string device, double longitude, int seconds, string more = "")
    {
        var at = DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeMilliseconds();
        var answer = await _server.Client.GetAsync(string.Create(
            CultureInfo.InvariantCulture, $"/osmand?id={device}&lat=40.005&lon={longitude}&timestamp={at}{more}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
