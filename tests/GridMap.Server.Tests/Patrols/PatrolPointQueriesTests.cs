using System.Text.Json;
using GridMap.Core.Access;

namespace GridMap.Server.Tests.Patrols;

[Collection(nameof(SmallDistrict))]
public sealed class PatrolPointQueriesTests(SmallDistrict district)
{
    private HttpClient Client => district.Server.Client;

    [Theory]
    [InlineData("id: 1")]
    [InlineData("code: \"XL-001\"")]
    public async Task A_point_tells_what_it_is_and_how_often_it_was_visited(string key)
    {
        var data = await Client.QueryAsync($$"""
            { patrolPoint({{key}}) {
                id code name kind position { longitude latitude } requiredVisits requiredPer visitsInPeriod isDue isMissed version grid { name }
                lastCheckIn { at distanceMeters patrol { name } patrolPoint { code } }
            } }
            """);
        Assert.Equal(
            """{"id":"1","code":"XL-001","name":"和平路口","kind":"junction","position":{"longitude":113.005,"latitude":40.005},"requiredVisits":2,"requiredPer":"DAY","visitsInPeriod":1,"isDue":true,"isMissed":true,"version":1,"grid":{"name":"第一网格"},"lastCheckIn":{"at":"2026-06-02T16:00:01Z","distanceMeters":4,"patrol":{"name":"张建国"},"patrolPoint":{"code":"XL-001"}}}""",
            data.GetProperty("patrolPoint").GetRawText());
    }

    [Theory]
    [InlineData("", "XL-001,XL-002,XL-003")]
    [InlineData("kinds: [\"bridge\", \"water\"]", "XL-002,XL-003")]
    [InlineData("within: 3", "XL-001")]
    [InlineData("within: 1", "XL-001,XL-002")]
    [InlineData("bounds: { west: 113.02, south: 40, east: 113.03, north: 40.01 }", "XL-002")]
    [InlineData("polygon: { type: \"Polygon\", coordinates: [[[113, 40], [113.01, 40], [113.01, 40.01], [113, 40.01], [113, 40]]] }", "XL-001")]
    [InlineData("isDue: true", "XL-001,XL-003")]
    [InlineData("isDue: false", "XL-002")]
    [InlineData("isMissed: true", "XL-001,XL-002,XL-003")]
    [InlineData("isDue: false, isMissed: false", "")]
    [InlineData("text: \"桥\"", "XL-002")]
    [InlineData("text: \"xl-00\"", "XL-001,XL-002,XL-003")]
    [InlineData("isDue: true, within: 11", "XL-001")]
    public async Task Points_are_kept_by_what_is_asked(string filter, string codes)
    {
        var points = (await Client.QueryAsync($"{{ patrolPoints(filter: {{ {filter} }}) {{ totalCount nodes {{ code }} }} }}")).GetProperty("patrolPoints");
        Assert.Equal(codes, Codes(points));
        Assert.Equal(codes.Length == 0 ? 0 : codes.Split(',').Length, points.GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task An_area_tells_when_one_of_its_points_was_last_visited()
    {
        var data = await Client.QueryAsync("{ areas(within: 3) { nodes { name lastCheckInAt } } }");
        Assert.Equal(
            """[{"name":"东风社区","lastCheckInAt":"2026-06-02T16:00:01Z"},{"name":"第一网格","lastCheckInAt":"2026-06-02T16:00:01Z"},{"name":"第二网格","lastCheckInAt":null}]""",
            data.GetProperty("areas").GetProperty("nodes").GetRawText());
    }

    [Fact]
    public async Task Pages_go_forward_and_backward_without_losing_or_repeating_one()
    {
        var first = await PageAsync("first: 2");
        Assert.Equal("XL-001,XL-002", Codes(first));
        Assert.Equal("XL-003", Codes(await PageAsync($"first: 2, after: \"{Cursor(first, "endCursor")}\"")));
        var last = await PageAsync("last: 2");
        Assert.Equal("XL-002,XL-003", Codes(last));
        Assert.Equal("XL-001", Codes(await PageAsync($"last: 2, before: \"{Cursor(last, "startCursor")}\"")));
    }

    [Fact]
    public async Task Its_check_ins_come_newest_first_a_page_at_a_time()
    {
        var first = await CheckInsAsync("first: 1");
        Assert.Equal("""[{"at":"2026-06-02T16:00:01Z"}]""", first.GetProperty("nodes").GetRawText());
        Assert.Equal(2, first.GetProperty("totalCount").GetInt32());
        var next = await CheckInsAsync($"first: 1, after: \"{Cursor(first, "endCursor")}\"");
        Assert.Equal("""[{"at":"2026-06-02T15:59:59Z"}]""", next.GetProperty("nodes").GetRawText());
        Assert.False(next.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        var last = await CheckInsAsync("last: 1");
        Assert.Equal("""[{"at":"2026-06-02T15:59:59Z"}]""", last.GetProperty("nodes").GetRawText());
        var before = await CheckInsAsync($"last: 5, before: \"{Cursor(last, "startCursor")}\"");
        Assert.Equal("""[{"at":"2026-06-02T16:00:01Z"}]""", before.GetProperty("nodes").GetRawText());
    }

    [Theory]
    [InlineData("from: \"2026-06-02T16:00:00Z\"", 1)]
    [InlineData("until: \"2026-06-02T15:59:59Z\"", 0)]
    [InlineData("from: \"2026-06-02T15:59:59Z\", until: \"2026-06-02T16:00:01Z\"", 1)]
    public async Task Its_check_ins_are_kept_by_a_period(string period, int total)
    {
        var checkIns = await CheckInsAsync(period);
        Assert.Equal(total, checkIns.GetProperty("totalCount").GetInt32());
        Assert.Equal(total, checkIns.GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task Areas_tell_their_points()
    {
        var data = await Client.QueryAsync("{ areas(levels: [DISTRICT, COMMUNITY]) { nodes { name patrolPoints { code isDue } } } }");
        Assert.Equal(
            """[{"name":"测试区","patrolPoints":[{"code":"XL-001","isDue":true},{"code":"XL-002","isDue":false}]},{"name":"东风社区","patrolPoints":[{"code":"XL-001","isDue":true}]},{"name":"西苑社区","patrolPoints":[{"code":"XL-002","isDue":false}]}]""",
            data.GetProperty("areas").GetProperty("nodes").GetRawText());
    }

    [Fact]
    public async Task Who_checked_in_and_when_is_told_only_to_those_who_may_see_it()
    {
        const string Query = "{ patrolPoint(id: 1) { lastCheckIn { at patrol { name } } } }";
        var field = await district.Server.SignInAsync(Role.Field, "140214001001001");
        Assert.Equal("""{"patrolPoint":{"lastCheckIn":{"at":"2026-06-02T16:00:01Z","patrol":null}}}""", (await field.QueryAsync(Query)).GetRawText());
        var other = await district.Server.SignInAsync(Role.Viewer, "140214001002");
        Assert.Equal("""{"patrolPoint":{"lastCheckIn":null}}""", (await other.QueryAsync(Query)).GetRawText());
    }

    [Theory]
    [InlineData("{ patrolPoint { name } }", "PATROL_POINT_KEY_MISSING")]
    [InlineData("{ patrolPoint(id: 0) { name } }", "ID_MALFORMED")]
    [InlineData("{ patrolPoints(filter: { kinds: [\"\"] }) { totalCount } }", "KINDS_MALFORMED")]
    [InlineData("{ patrolPoints(last: 0) { totalCount } }", "PAGE_SIZE_OUT_OF_RANGE")]
    [InlineData("{ patrolPoint(id: 1) { checkIns(after: \"IGE\") { totalCount } } }", "CURSOR_MALFORMED")]
    [InlineData("{ patrolPoint(id: 1) { checkIns(from: \"2026-06-02T16:00:00Z\", until: \"2026-06-01T16:00:00Z\") { totalCount } } }", "PERIOD_INVERTED")]
    public async Task What_makes_no_sense_is_refused(string query, string code) => Assert.Equal(code, await Client.ErrorCodeAsync(query));

    private async Task<JsonElement> PageAsync(string arguments) =>
        (await Client.QueryAsync($"{{ patrolPoints({arguments}) {{ nodes {{ code }} pageInfo {{ startCursor endCursor }} }} }}")).GetProperty("patrolPoints");

    private async Task<JsonElement> CheckInsAsync(string arguments) =>
        (await Client.QueryAsync($"{{ patrolPoint(id: 1) {{ checkIns({arguments}) {{ totalCount nodes {{ at }} pageInfo {{ hasNextPage startCursor endCursor }} }} }} }}"))
        .GetProperty("patrolPoint").GetProperty("checkIns");

    private static string Codes(JsonElement page) => string.Join(',', page.GetProperty("nodes").EnumerateArray().Select(point => point.GetProperty("code").GetString()));

    private static string? Cursor(JsonElement page, string name) => page.GetProperty("pageInfo").GetProperty(name).GetString();
}
