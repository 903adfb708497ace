using System.Text.Json;

namespace GridMap.Server.Tests.Areas;

[Collection(nameof(SmallDistrict))]
public sealed class AreaQueriesTests(SmallDistrict district)
{
    private HttpClient Client => district.Server.Client;

    [Fact]
    public async Task A_grid_tells_what_it_is_and_the_way_down_to_it()
    {
        var data = await Client.QueryAsync("""
            { area(code: "140214001001001") {
                id level code name nameEn headName households persons elders buildings areaSquareMeters
                labelPoint { longitude latitude } bounds { west south east north } parent { name } path { level name }
            } }
            """);
        Assert.Equal(
            """{"id":"11","level":"GRID","code":"140214001001001","name":"第一网格","nameEn":null,"headName":"钱网格长","households":400,"persons":1000,"elders":200,"buildings":1,"areaSquareMeters":947000,"labelPoint":{"longitude":113.005,"latitude":40.005},"bounds":{"west":113,"south":40,"east":113.01,"north":40.01},"parent":{"name":"东风社区"},"path":[{"level":"DISTRICT","name":"测试区"},{"level":"SUBDISTRICT","name":"和平街道"},{"level":"COMMUNITY","name":"东风社区"},{"level":"GRID","name":"第一网格"}]}""",
            data.GetProperty("area").GetRawText());
    }

    [Fact]
    public async Task The_whole_tree_comes_in_one_request()
    {
        var data = await Client.QueryAsync("{ area(id: 1) { children { name children { name children { name children { name } } } } } }");
        Assert.Equal(
            """{"children":[{"name":"和平街道","children":[{"name":"东风社区","children":[{"name":"第一网格","children":[]},{"name":"第二网格","children":[]}]},{"name":"西苑社区","children":[{"name":"第三网格","children":[]}]}]}]}""",
            data.GetProperty("area").GetRawText());
    }

    [Theory]
    [InlineData("2026-02-28", "旧名网格")]
    [InlineData("2026-03-01", "第三网格")]
    [InlineData("2030-01-01", "第三网格")]
    public async Task It_has_the_name_it_had_on_a_day(string day, string name)
    {
        var data = await Client.QueryAsync("query ($day: Date) { area(id: 13, asOf: $day) { name parent { children { name } } } }", new { day });
        Assert.Equal(name, data.GetProperty("area").GetProperty("name").GetString());
        Assert.Equal(name, data.GetProperty("area").GetProperty("parent").GetProperty("children")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Before_it_was_there_is_no_area()
    {
        var data = await Client.QueryAsync("""{ area(id: 13, asOf: "2024-12-31") { name } }""");
        Assert.Equal(JsonValueKind.Null, data.GetProperty("area").ValueKind);
    }

    [Fact]
    public async Task A_border_is_told_as_GeoJSON()
    {
        var data = await Client.QueryAsync("{ area(id: 11) { shape } }");
        Assert.Equal(
            """{"type":"MultiPolygon","coordinates":[[[[113,40],[113,40.01],[113.01,40.01],[113.01,40],[113,40]]]]}""",
            data.GetProperty("area").GetProperty("shape").GetRawText());
    }

    [Theory]
    [InlineData("levels: [GRID]", 3, "第一网格,第二网格,第三网格")]
    [InlineData("levels: [GRID, COMMUNITY], within: 3", 3, "东风社区,第一网格,第二网格")]
    [InlineData("within: 4", 2, "西苑社区,第三网格")]
    [InlineData("levels: GRID, bounds: { west: 113.001, south: 40.001, east: 113.002, north: 40.002 }", 1, "第一网格")]
    [InlineData("text: \" 东风 \"", 1, "东风社区")]
    [InlineData("text: \"140214001002\"", 2, "西苑社区,第三网格")]
    [InlineData("text: \"%\"", 0, "")]
    [InlineData("levels: []", 0, "")]
    public async Task Areas_are_kept_by_what_is_asked(string arguments, int total, string names)
    {
        var data = await Client.QueryAsync($"{{ areas({arguments}) {{ totalCount nodes {{ name }} }} }}");
        var areas = data.GetProperty("areas");
        Assert.Equal(total, areas.GetProperty("totalCount").GetInt32());
        Assert.Equal(names, string.Join(',', areas.GetProperty("nodes").EnumerateArray().Select(area => area.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task Pages_go_forward_and_backward_without_losing_or_repeating_one()
    {
        const string Page = "{ edges { cursor node { code } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";
        var all = (await Client.QueryAsync($"{{ areas {Page} }}")).GetProperty("areas");
        var codes = Codes(all);
        Assert.Equal(7, codes.Length);

        var first = (await Client.QueryAsync($"{{ areas(first: 3) {Page} }}")).GetProperty("areas");
        var next = (await Client.QueryAsync($"{{ areas(first: 4, after: \"{Info(first, "endCursor")}\") {Page} }}")).GetProperty("areas");
        Assert.Equal(codes, Codes(first).Concat(Codes(next)));
        Assert.Equal(("True", "False", "False", "True"), (Info(first, "hasNextPage"), Info(first, "hasPreviousPage"), Info(next, "hasNextPage"), Info(next, "hasPreviousPage")));

        var last = (await Client.QueryAsync($"{{ areas(last: 3) {Page} }}")).GetProperty("areas");
        var before = (await Client.QueryAsync($"{{ areas(last: 4, before: \"{Info(last, "startCursor")}\") {Page} }}")).GetProperty("areas");
        Assert.Equal(codes, Codes(before).Concat(Codes(last)));
        Assert.Equal(("False", "True", "True", "False"), (Info(last, "hasNextPage"), Info(last, "hasPreviousPage"), Info(before, "hasNextPage"), Info(before, "hasPreviousPage")));
    }

    [Theory]
    [InlineData("{ gridAt(position: { longitude: 113.005, latitude: 40.005 }) { name } }", "第一网格")]
    [InlineData("{ gridAt(position: { longitude: 113.01, latitude: 40.005 }) { name } }", "第一网格")]
    [InlineData("{ gridAt(position: { longitude: 113.025, latitude: 40.005 }, at: \"2026-02-28T23:59:59.1234567+08:00\") { name } }", "旧名网格")]
    [InlineData("{ gridAt(position: { longitude: 0, latitude: 0 }) { name } }", null)]
    public async Task A_place_lies_in_its_grid(string query, string? name)
    {
        var grid = (await Client.QueryAsync(query)).GetProperty("gridAt");
        Assert.Equal(name, grid.ValueKind == JsonValueKind.Null ? null : grid.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("{ area { name } }", "AREA_KEY_MISSING")]
    [InlineData("{ area(id: 1, code: \"1\") { name } }", "AREA_KEY_MISSING")]
    [InlineData("{ area(id: \"x\") { name } }", "ID_MALFORMED")]
    [InlineData("{ areas(first: 0) { totalCount } }", "PAGE_SIZE_OUT_OF_RANGE")]
    [InlineData("{ areas(first: 501) { totalCount } }", "PAGE_SIZE_OUT_OF_RANGE")]
    [InlineData("{ areas(first: 1, last: 1) { totalCount } }", "PAGE_AMBIGUOUS")]
    [InlineData("{ areas(after: \"!\") { totalCount } }", "CURSOR_MALFORMED")]
    [InlineData("{ areas(after: \"AAAA\") { totalCount } }", "CURSOR_MALFORMED")]
    [InlineData("{ areas(text: \"\") { totalCount } }", "QUERY_MALFORMED")]
    [InlineData("{ areas(bounds: { west: 2, south: 0, east: 1, north: 1 }) { totalCount } }", "BOUNDS_INVERTED")]
    [InlineData("{ gridAt(position: { longitude: 40, latitude: 113 }) { name } }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task What_makes_no_sense_is_refused(string query, string code) => Assert.Equal(code, await Client.ErrorCodeAsync(query));

    private static string[] Codes(JsonElement page) => [.. page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node").GetProperty("code").GetString()!)];

    private static string Info(JsonElement page, string name) => page.GetProperty("pageInfo").GetProperty(name).ToString();
}
