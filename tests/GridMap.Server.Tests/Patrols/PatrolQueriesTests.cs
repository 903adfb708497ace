using System.Text.Json;
using GridMap.Core.Access;

namespace GridMap.Server.Tests.Patrols;

[Collection(nameof(SmallDistrict))]
public sealed class PatrolQueriesTests(SmallDistrict district)
{
    private HttpClient Client => district.Server.Client;

    [Theory]
    [InlineData("id: 1")]
    [InlineData("deviceId: \"device-1\"")]
    public async Task A_patrol_tells_what_it_is_and_where_it_was_last(string key)
    {
        var data = await Client.QueryAsync($$"""
            { patrol({{key}}) {
                id name kind employment skills onDuty shifts { weekdays startsAt endsAt } grid { code }
                lastFix { at position { longitude latitude } speedMps bearingDegrees accuracyMeters batteryPercent ageSeconds isStale }
            } }
            """);
        Assert.Equal(
            """{"id":"1","name":"张建国","kind":"GRID_WORKER","employment":"FULL_TIME","skills":["first_aid"],"onDuty":true,"shifts":[{"weekdays":[1,2,3,4,5],"startsAt":"08:00","endsAt":"18:00"}],"grid":{"code":"140214001001001"},"lastFix":{"at":"2026-06-03T01:59:50Z","position":{"longitude":113.0042,"latitude":40.0042},"speedMps":1.5,"bearingDegrees":91,"accuracyMeters":6,"batteryPercent":79,"ageSeconds":10,"isStale":false}}""",
            data.GetProperty("patrol").GetRawText());
    }

    [Fact]
    public async Task A_fix_of_hours_ago_is_the_last_one_and_stale()
    {
        var data = await Client.QueryAsync("{ patrols { nodes { id onDuty lastFix { ageSeconds isStale batteryPercent } } } }");
        Assert.Equal(
            """[{"id":"1","onDuty":true,"lastFix":{"ageSeconds":10,"isStale":false,"batteryPercent":79}},{"id":"2","onDuty":false,"lastFix":{"ageSeconds":61200,"isStale":true,"batteryPercent":null}},{"id":"3","onDuty":false,"lastFix":null}]""",
            data.GetProperty("patrols").GetProperty("nodes").GetRawText());
    }

    [Theory]
    [InlineData("", "1,2,3")]
    [InlineData("onDuty: true", "1")]
    [InlineData("onDuty: false", "2,3")]
    [InlineData("kinds: [TEAM]", "3")]
    [InlineData("kinds: [TEAM, GRID_WORKER, VEHICLE]", "1,2,3")]
    [InlineData("kinds: []", "")]
    [InlineData("employments: [PART_TIME]", "2")]
    [InlineData("skills: [\"drone\", \"first_aid\"]", "1")]
    [InlineData("within: 3", "1,2")]
    [InlineData("within: 12", "")]
    [InlineData("within: 999", "")]
    [InlineData("bounds: { west: 113.004, south: 40.004, east: 113.005, north: 40.005 }", "1")]
    [InlineData("bounds: { west: 113, south: 40, east: 113.0042, north: 40.0042 }", "1,2")]
    [InlineData("bounds: { west: 0, south: 0, east: 1, north: 1 }", "")]
    [InlineData("text: \" 张 \"", "1")]
    [InlineData("text: \"%\"", "")]
    [InlineData("onDuty: false, within: 11, employments: [PART_TIME]", "2")]
    [InlineData("silent: true", "")]
    [InlineData("silent: false", "1")]
    [InlineData("silent: false, bounds: { west: 0, south: 0, east: 1, north: 1 }", "")]
    public async Task Patrols_are_kept_by_what_is_asked(string filter, string ids)
    {
        var data = await Client.QueryAsync($"{{ patrols(filter: {{ {filter} }}) {{ totalCount nodes {{ id }} }} }}");
        Assert.Equal(ids, Ids(data.GetProperty("patrols")));
        Assert.Equal(ids.Length == 0 ? 0 : ids.Split(',').Length, data.GetProperty("patrols").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Pages_go_forward_and_backward_without_losing_or_repeating_one()
    {
        var first = await PageAsync("first: 2");
        Assert.Equal(("1,2", true, false), (Ids(first), Has(first, "hasNextPage"), Has(first, "hasPreviousPage")));
        Assert.Equal("3", Ids(await PageAsync($"first: 2, after: \"{Cursor(first, "endCursor")}\"")));
        var last = await PageAsync("last: 2");
        Assert.Equal(("2,3", false, true), (Ids(last), Has(last, "hasNextPage"), Has(last, "hasPreviousPage")));
        Assert.Equal("1", Ids(await PageAsync($"last: 2, before: \"{Cursor(last, "startCursor")}\"")));
    }

    [Fact]
    public async Task Areas_tell_their_patrols_and_how_many_are_on_duty()
    {
        var data = await Client.QueryAsync("""
            { areas(within: 3) { nodes { name patrolCount { total onDuty } patrols(onDuty: true) { id } all: patrols { id } } } }
            """);
        Assert.Equal(
            """[{"name":"东风社区","patrolCount":{"total":2,"onDuty":1},"patrols":[{"id":"1"}],"all":[{"id":"1"},{"id":"2"}]},{"name":"第一网格","patrolCount":{"total":2,"onDuty":1},"patrols":[{"id":"1"}],"all":[{"id":"1"},{"id":"2"}]},{"name":"第二网格","patrolCount":{"total":0,"onDuty":0},"patrols":[],"all":[]}]""",
            data.GetProperty("areas").GetProperty("nodes").GetRawText());
    }

    [Fact]
    public async Task Who_is_responsible_for_one_area_sees_its_patrols_only()
    {
        var west = await district.Server.SignInAsync(Role.Dispatcher, "140214001002");
        Assert.Equal("", Ids((await west.QueryAsync("{ patrols { nodes { id } } }")).GetProperty("patrols")));
        Assert.Equal("""{"patrol":null}""", (await west.QueryAsync("{ patrol(id: 1) { name } }")).GetRawText());
        Assert.Equal(
            """{"area":{"patrols":[],"patrolCount":{"total":0,"onDuty":0}}}""",
            (await west.QueryAsync("{ area(id: 1) { patrols { id } patrolCount { total onDuty } } }")).GetRawText());
        var east = await district.Server.SignInAsync(Role.Viewer, "140214001001");
        var data = await east.QueryAsync("{ patrols { totalCount nodes { id } } patrol(id: 3) { id } }");
        Assert.Equal("""{"patrols":{"totalCount":2,"nodes":[{"id":"1"},{"id":"2"}]},"patrol":null}""", data.GetRawText());
    }

    [Theory]
    [InlineData("{ patrols { totalCount } }")]
    [InlineData("{ patrol(id: 1) { name } }")]
    [InlineData("{ area(id: 1) { patrols { id } } }")]
    [InlineData("{ area(id: 1) { patrolCount { total } } }")]
    public async Task Who_may_not_see_patrols_is_told_so(string query)
    {
        var client = await district.Server.SignInAsync(Role.Field, "140214001001001");
        Assert.Equal("NOT_ALLOWED", await client.ErrorCodeAsync(query));
    }

    [Theory]
    [InlineData("{ patrol { name } }", "PATROL_KEY_MISSING")]
    [InlineData("{ patrol(id: 1, deviceId: \"1\") { name } }", "PATROL_KEY_MISSING")]
    [InlineData("{ patrol(id: \"-1\") { name } }", "ID_MALFORMED")]
    [InlineData("{ patrol(deviceId: \"\\u0000\") { name } }", "QUERY_MALFORMED")]
    [InlineData("{ patrols(filter: { within: \"x\" }) { totalCount } }", "ID_MALFORMED")]
    [InlineData("{ patrols(filter: { text: \"\" }) { totalCount } }", "QUERY_MALFORMED")]
    [InlineData("{ patrols(filter: { skills: [\"\"] }) { totalCount } }", "SKILLS_MALFORMED")]
    [InlineData("{ patrols(filter: { bounds: { west: 2, south: 0, east: 1, north: 1 } }) { totalCount } }", "BOUNDS_INVERTED")]
    [InlineData("{ patrols(first: 501) { totalCount } }", "PAGE_SIZE_OUT_OF_RANGE")]
    [InlineData("{ patrols(after: \"IGE\") { totalCount } }", "CURSOR_MALFORMED")]
    [InlineData("{ patrol(id: 1) { track(from: \"2026-06-03T02:00:00Z\", until: \"2026-06-03T02:00:00Z\") { fixes { at } } } }", "PERIOD_INVERTED")]
    [InlineData("{ patrol(id: 1) { track(from: \"2026-06-02T00:00:00Z\", until: \"2026-06-03T00:00:01Z\") { fixes { at } } } }", "TRACK_TOO_LONG")]
    public async Task What_makes_no_sense_is_refused(string query, string code) => Assert.Equal(code, await Client.ErrorCodeAsync(query));

    [Fact]
    public async Task A_track_has_the_fixes_from_one_time_on_and_before_another()
    {
        var data = await Client.QueryAsync("""
            { patrol(id: 1) { track(from: "2026-06-03T01:59:00Z", until: "2026-06-03T01:59:50Z") { from until fixes { at position { longitude } bearingDegrees } } } }
            """);
        Assert.Equal(
            """{"from":"2026-06-03T01:59:00Z","until":"2026-06-03T01:59:50Z","fixes":[{"at":"2026-06-03T01:59:00Z","position":{"longitude":113.0041},"bearingDegrees":90}]}""",
            data.GetProperty("patrol").GetProperty("track").GetRawText());
    }

    [Fact]
    public async Task A_track_is_for_those_who_may_see_tracks_in_its_area()
    {
        const string Query = """{ patrol(id: 1) { track(from: "2026-06-03T01:00:00Z", until: "2026-06-03T02:00:00Z") { fixes { at } } } }""";
        Assert.Equal("NOT_ALLOWED", await (await district.Server.SignInAsync(Role.Viewer)).ErrorCodeAsync(Query));
        Assert.Equal("NOT_ALLOWED", await (await district.Server.SignInAsync(Role.Wall)).ErrorCodeAsync(Query));
        var key = await district.Server.OpenSessionAsync(new(Role.Viewer, null), new(Role.Dispatcher, "140214001002"));
        Assert.Equal("NOT_ALLOWED", await district.Server.Connect(key).ErrorCodeAsync(Query));
        var data = await (await district.Server.SignInAsync(Role.Dispatcher, "140214001001")).QueryAsync(Query);
        Assert.Equal(2, data.GetProperty("patrol").GetProperty("track").GetProperty("fixes").GetArrayLength());
    }

    private async Task<JsonElement> PageAsync(string arguments) =>
        (await Client.QueryAsync($"{{ patrols({arguments}) {{ nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}")).GetProperty("patrols");

    private static string Ids(JsonElement page) => string.Join(',', page.GetProperty("nodes").EnumerateArray().Select(patrol => patrol.GetProperty("id").GetString()));

    private static string? Cursor(JsonElement page, string name) => page.GetProperty("pageInfo").GetProperty(name).GetString();

    private static bool Has(JsonElement page, string name) => page.GetProperty("pageInfo").GetProperty(name).GetBoolean();
}
