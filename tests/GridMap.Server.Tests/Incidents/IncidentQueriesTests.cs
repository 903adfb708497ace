using System.Text.Json;
using GridMap.Core.Access;

namespace GridMap.Server.Tests.Incidents;

[Collection(nameof(SmallDistrict))]
public sealed class IncidentQueriesTests(SmallDistrict district)
{
    private HttpClient Client => district.Server.Client;

    [Theory]
    [InlineData("id: \"00000000-0000-0000-0000-000000000001\"")]
    [InlineData("number: \"20260603-000001\"")]
    public async Task An_incident_tells_everything_by_its_id_or_its_number(string key)
    {
        var data = await Client.QueryAsync($$"""
            { incident({{key}}) {
                id number class { version code kind group groupEn name nameEn urgency } source urgency step isOpen isOverdue description address
                position { longitude latitude } reportedAt onSceneAt dueAt closedAt grid { code }
                steps { from to at actor note } assignments { patrolId patrolName assignedAt acceptedAt arrivedAt finishedAt incident { number } }
                reporter { name phone email }
            } }
            """);
        Assert.Equal(
            """{"id":"00000000-0000-0000-0000-000000000001","number":"20260603-000001","class":{"version":"2025","code":"10101","kind":"COMPONENT","group":"公用设施","groupEn":"Utilities","name":"井盖破损","nameEn":"Broken manhole cover","urgency":"URGENT"},"source":"OPEN311","urgency":"URGENT","step":"ASSIGNED","isOpen":true,"isOverdue":false,"description":"井盖裂了","address":"和平路3号","position":{"longitude":113.0051,"latitude":40.0051},"reportedAt":"2026-06-03T01:00:00Z","onSceneAt":null,"dueAt":"2026-06-03T03:00:00Z","closedAt":null,"grid":{"code":"140214001001001"},"steps":[{"from":null,"to":"REPORTED","at":"2026-06-03T01:00:00Z","actor":"open311","note":"电话补充"},{"from":"REPORTED","to":"REGISTERED","at":"2026-06-03T01:10:00Z","actor":"中心","note":null},{"from":"REGISTERED","to":"ASSIGNED","at":"2026-06-03T01:20:00Z","actor":"中心","note":null}],"assignments":[{"patrolId":"1","patrolName":"张建国","assignedAt":"2026-06-03T01:20:00Z","acceptedAt":"2026-06-03T01:21:00Z","arrivedAt":null,"finishedAt":null,"incident":{"number":"20260603-000001"}}],"reporter":{"name":"王**","phone":"138****0000","email":null}}""",
            data.GetProperty("incident").GetRawText());
    }

    [Theory]
    [InlineData("number: \"20260603-999999\"")]
    [InlineData("id: \"ffffffff-ffff-ffff-ffff-ffffffffffff\"")]
    public async Task What_nobody_reported_is_null(string key)
    {
        var data = await Client.QueryAsync($"{{ incident({key}) {{ id }} }}");
        Assert.Equal(JsonValueKind.Null, data.GetProperty("incident").ValueKind);
    }

    [Theory]
    [InlineData("", "000004,000002,000001,000003")]
    [InlineData("steps: [ASSIGNED, CLOSED]", "000001,000003")]
    [InlineData("steps: []", "")]
    [InlineData("classes: [\"10101\"]", "000001,000003")]
    [InlineData("classes: [20201, \"99999\"]", "000004,000002")]
    [InlineData("groups: [\"公用设施\"]", "000001,000003")]
    [InlineData("groups: [\"Street order\"]", "000004,000002")]
    [InlineData("urgencies: [URGENT]", "000001")]
    [InlineData("sources: [HOTLINE, DESK]", "000004,000002")]
    [InlineData("within: 13", "000002,000003")]
    [InlineData("within: 3", "000001")]
    [InlineData("within: 1", "000002,000001,000003")]
    [InlineData("within: 999", "")]
    [InlineData("bounds: { west: 113.02, south: 40, east: 113.03, north: 40.01 }", "000002,000003")]
    [InlineData("polygon: { type: \"Polygon\", coordinates: [[[113, 40], [113.01, 40], [113.01, 40.01], [113, 40.01], [113, 40]]] }", "000001")]
    [InlineData("bounds: { west: 113.02, south: 40, east: 113.03, north: 40.01 }, polygon: { type: \"Polygon\", coordinates: [[[113, 40], [113.01, 40], [113.01, 40.01], [113, 40]]] }", "")]
    [InlineData("reportedFrom: \"2026-06-03T09:00:00+08:00\", reportedUntil: \"2026-06-03T01:30:00Z\"", "000001")]
    [InlineData("reportedUntil: \"2026-06-03T01:00:00Z\"", "000003")]
    [InlineData("isOverdue: true", "")]
    [InlineData("isOverdue: false, isOpen: true", "000002,000001")]
    [InlineData("isOpen: false", "000004,000003")]
    [InlineData("text: \" 井盖 \"", "000001")]
    [InlineData("text: \"和平路\"", "000001,000003")]
    [InlineData("text: \"20260603-00000\"", "000004,000002,000001")]
    [InlineData("text: \"%\"", "")]
    [InlineData("isOpen: true, within: 13, sources: [HOTLINE]", "000002")]
    public async Task Incidents_are_kept_by_what_is_asked(string filter, string numbers)
    {
        var data = await Client.QueryAsync($"{{ incidents(filter: {{ {filter} }}) {{ totalCount nodes {{ number }} }} }}");
        Assert.Equal(numbers, NumbersOf(data.GetProperty("incidents")));
        Assert.Equal(numbers.Length == 0 ? 0 : numbers.Split(',').Length, data.GetProperty("incidents").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task What_is_due_soonest_comes_first_and_what_is_never_due_last()
    {
        var data = await Client.QueryAsync("{ incidents(sort: DUE_SOONEST) { nodes { number } } }");
        Assert.Equal("000003,000001,000002,000004", NumbersOf(data.GetProperty("incidents")));
    }

    [Theory]
    [InlineData("NEWEST_FIRST", "000004,000002,000001,000003")]
    [InlineData("DUE_SOONEST", "000003,000001,000002,000004")]
    public async Task Pages_go_forward_and_backward_without_losing_or_repeating_one(string sort, string numbers)
    {
        Assert.Equal(numbers, await WalkAsync(sort, "first: 1", "after", "endCursor", "hasNextPage", forward: true));
        Assert.Equal(numbers, await WalkAsync(sort, "first: 3", "after", "endCursor", "hasNextPage", forward: true));
        Assert.Equal(numbers, await WalkAsync(sort, "last: 1", "before", "startCursor", "hasPreviousPage", forward: false));
        Assert.Equal(numbers, await WalkAsync(sort, "last: 3", "before", "startCursor", "hasPreviousPage", forward: false));
    }

    [Theory]
    [InlineData("STEP", """[{"key":"assigned","count":1,"step":"ASSIGNED","urgency":null,"class":null},{"key":"closed","count":1,"step":"CLOSED","urgency":null,"class":null},{"key":"reported","count":1,"step":"REPORTED","urgency":null,"class":null},{"key":"voided","count":1,"step":"VOIDED","urgency":null,"class":null}]""")]
    [InlineData("URGENCY", """[{"key":"normal","count":3,"step":null,"urgency":"NORMAL","class":null},{"key":"urgent","count":1,"step":null,"urgency":"URGENT","class":null}]""")]
    [InlineData("CLASS", """[{"key":"20201","count":2,"step":null,"urgency":null,"class":{"name":"占道经营"}},{"key":"10101","count":1,"step":null,"urgency":null,"class":{"name":"旧井盖"}},{"key":"10101","count":1,"step":null,"urgency":null,"class":{"name":"井盖破损"}}]""")]
    public async Task They_are_counted_by_one_of_their_sides(string by, string counts)
    {
        var data = await Client.QueryAsync($"{{ incidentCounts(by: {by}) {{ key count step urgency class {{ name }} }} }}");
        Assert.Equal(RowsOf(counts), RowsOf(data.GetProperty("incidentCounts").GetRawText()));
    }

    [Theory]
    [InlineData("", "和平街道 3,无 1")]
    [InlineData("level: COMMUNITY", "西苑社区 2,无 1,东风社区 1")]
    [InlineData("level: GRID, filter: { isOpen: true }", "第一网格 1,第三网格 1")]
    [InlineData("level: DISTRICT, filter: { within: 4 }", "测试区 2")]
    public async Task They_are_counted_by_the_areas_of_a_level(string arguments, string counts)
    {
        var data = await Client.QueryAsync($"{{ incidentCounts(by: AREA {arguments}) {{ count area {{ name }} }} }}");
        Assert.Equal(counts, string.Join(',', data.GetProperty("incidentCounts").EnumerateArray().Select(count =>
            $"{(count.GetProperty("area") is { ValueKind: JsonValueKind.Object } area ? area.GetProperty("name").GetString() : "无")} {count.GetProperty("count").GetInt32()}")));
    }

    [Theory]
    [InlineData("", "10101 井盖破损,20201 占道经营")]
    [InlineData("(version: \"2021\")", "10101 旧井盖")]
    [InlineData("(version: \"1999\")", "")]
    public async Task The_dictionary_is_told_by_version(string arguments, string classes)
    {
        var data = await Client.QueryAsync($"{{ incidentClasses{arguments} {{ code name }} }}");
        Assert.Equal(classes, string.Join(',', data.GetProperty("incidentClasses").EnumerateArray().Select(found =>
            $"{found.GetProperty("code").GetString()} {found.GetProperty("name").GetString()}")));
    }

    [Fact]
    public async Task An_area_has_its_incidents_and_counts_the_open_ones()
    {
        var data = await Client.QueryAsync("""
            { area(id: 2) { openIncidentCount incidents(first: 1) { totalCount nodes { number } pageInfo { hasNextPage endCursor } }
                children { name openIncidentCount incidents(filter: { isOpen: false }) { totalCount nodes { number } } } } }
            """);
        var area = data.GetProperty("area");
        Assert.Equal(2, area.GetProperty("openIncidentCount").GetInt32());
        Assert.Equal((3, "000002"), (area.GetProperty("incidents").GetProperty("totalCount").GetInt32(), NumbersOf(area.GetProperty("incidents"))));
        Assert.Equal(
            """[{"name":"东风社区","openIncidentCount":1,"incidents":{"totalCount":0,"nodes":[]}},{"name":"西苑社区","openIncidentCount":1,"incidents":{"totalCount":1,"nodes":[{"number":"20260101-000003"}]}}]""",
            area.GetProperty("children").GetRawText());

        var cursor = area.GetProperty("incidents").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var rest = await Client.QueryAsync("query ($cursor: String) { incidents(filter: { within: 2 }, after: $cursor) { nodes { number } } }", new { cursor });
        Assert.Equal("000001,000003", NumbersOf(rest.GetProperty("incidents")));
    }

    [Fact]
    public async Task A_patrol_has_what_it_was_sent_to_and_has_not_finished()
    {
        const string Query = "{ area(id: 11) { patrols { name openAssignments { incident { number } patrol { name } } } } }";
        var data = await Client.QueryAsync(Query);
        Assert.Equal(
            """[{"name":"张建国","openAssignments":[{"incident":{"number":"20260603-000001"},"patrol":{"name":"张建国"}}]},{"name":"李桂英","openAssignments":[]}]""",
            data.GetProperty("area").GetProperty("patrols").GetRawText());
    }

    [Theory]
    [InlineData("incident(id: \"1\") { id }", "INCIDENT_KEY_MALFORMED")]
    [InlineData("incident(number: \"1'--\") { id }", "INCIDENT_KEY_MALFORMED")]
    [InlineData("incident { id }", "INCIDENT_KEY_MISSING")]
    [InlineData("incident(id: \"a\", number: \"b\") { id }", "INCIDENT_KEY_MISSING")]
    [InlineData("incidents(first: 0) { totalCount }", "PAGE_SIZE_OUT_OF_RANGE")]
    [InlineData("incidents(first: 501) { totalCount }", "PAGE_SIZE_OUT_OF_RANGE")]
    [InlineData("incidents(first: 1, last: 1) { totalCount }", "PAGE_AMBIGUOUS")]
    [InlineData("incidents(after: \"?\") { totalCount }", "CURSOR_MALFORMED")]
    [InlineData("incidents(filter: { within: \"x\" }) { totalCount }", "ID_MALFORMED")]
    [InlineData("incidents(filter: { text: \" \" }) { totalCount }", "QUERY_MALFORMED")]
    [InlineData("incidents(filter: { text: \"a\\u0000\" }) { totalCount }", "QUERY_MALFORMED")]
    [InlineData("incidents(filter: { bounds: { west: 2, south: 0, east: 1, north: 1 } }) { totalCount }", "BOUNDS_INVERTED")]
    [InlineData("incidents(filter: { reportedFrom: \"2026-01-02T00:00:00Z\", reportedUntil: \"2026-01-01T00:00:00Z\" }) { totalCount }", "PERIOD_INVERTED")]
    [InlineData("area(id: 1) { incidents(first: 501) { totalCount } }", "PAGE_SIZE_OUT_OF_RANGE")]
    [InlineData("area(id: 1) { incidents(filter: { within: 0 }) { totalCount } }", "ID_MALFORMED")]
    public async Task Bad_questions_are_refused_with_a_code(string field, string code) =>
        Assert.Equal(code, await Client.ErrorCodeAsync($"{{ {field} }}"));

    [Fact]
    public async Task Codes_with_a_NUL_and_too_many_codes_are_refused()
    {
        const string Query = "query ($classes: [ID!], $groups: [String!]) { incidents(filter: { classes: $classes, groups: $groups }) { totalCount } }";
        Assert.Equal("TEXT_MALFORMED", await Client.ErrorCodeAsync(Query, new { classes = new[] { "a\0" } }));
        Assert.Equal("TEXT_MALFORMED", await Client.ErrorCodeAsync(Query, new { groups = new[] { "\0" } }));
        Assert.Equal("LIST_TOO_LONG", await Client.ErrorCodeAsync(Query, new { classes = Enumerable.Repeat("10101", 201) }));
        Assert.Equal("TEXT_MALFORMED", await Client.ErrorCodeAsync("query ($v: String) { incidentClasses(version: $v) { code } }", new { v = "\0" }));
    }

    [Fact]
    public async Task A_reporter_is_masked_and_only_for_those_who_may_know()
    {
        const string Query = "{ incidents(filter: { text: \"井盖裂了\" }) { nodes { reporter { name phone } } } }";
        var dispatcher = await (await district.Server.SignInAsync(Role.Dispatcher, "140214001001")).QueryAsync(Query);
        Assert.Equal("""{"nodes":[{"reporter":{"name":"王**","phone":"138****0000"}}]}""", dispatcher.GetProperty("incidents").GetRawText());
        var viewer = await (await district.Server.SignInAsync(Role.Viewer)).QueryAsync(Query);
        Assert.Equal("""{"nodes":[{"reporter":null}]}""", viewer.GetProperty("incidents").GetRawText());
    }

    [Fact]
    public async Task Outside_of_ones_area_there_is_nothing()
    {
        var viewer = await district.Server.SignInAsync(Role.Viewer, "140214001002");
        var data = await viewer.QueryAsync("""
            { incidents { totalCount nodes { number } } none: incident(number: "20260603-000001") { id } some: incident(number: "20260603-000002") { id }
              incidentCounts(by: AREA, level: GRID) { count area { name } }
              area(id: 1) { openIncidentCount incidents { totalCount nodes { number } } }
              own: area(id: 4) { openIncidentCount } foreign: incidents(filter: { within: 3 }) { totalCount } }
            """);
        Assert.Equal("000002,000003", NumbersOf(data.GetProperty("incidents")));
        Assert.Equal(2, data.GetProperty("incidents").GetProperty("totalCount").GetInt32());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("none").ValueKind);
        Assert.Equal(JsonValueKind.Object, data.GetProperty("some").ValueKind);
        Assert.Equal("""[{"count":2,"area":{"name":"第三网格"}}]""", data.GetProperty("incidentCounts").GetRawText());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("area").GetProperty("openIncidentCount").ValueKind);
        Assert.Equal("000002,000003", NumbersOf(data.GetProperty("area").GetProperty("incidents")));
        Assert.Equal(1, data.GetProperty("own").GetProperty("openIncidentCount").GetInt32());
        Assert.Equal(0, data.GetProperty("foreign").GetProperty("totalCount").GetInt32());
    }

    private static string NumbersOf(JsonElement incidents) => string.Join(
        ',', incidents.GetProperty("nodes").EnumerateArray().Select(incident => incident.GetProperty("number").GetString()!.Split('-')[1]));

    private async Task<string> WalkAsync(string sort, string size, string beside, string cursorName, string moreName, bool forward)
    {
        var pages = new List<string>();
        string? cursor = null;
        while (true)
        {
            var data = await Client.QueryAsync(
                $"query ($cursor: String) {{ incidents(sort: {sort}, {size}, {beside}: $cursor) {{ nodes {{ number }} pageInfo {{ {cursorName} {moreName} }} }} }}",
                new { cursor });
            var page = data.GetProperty("incidents");
            pages.Insert(forward ? pages.Count : 0, NumbersOf(page));
            if (!page.GetProperty("pageInfo").GetProperty(moreName).GetBoolean())
            {
                return string.Join(',', pages);
            }

            cursor = page.GetProperty("pageInfo").GetProperty(cursorName).GetString();
        }
    }

    private static IEnumerable<string> RowsOf(string list) =>
        JsonDocument.Parse(list).RootElement.EnumerateArray().Select(row => row.GetRawText()).Order(StringComparer.Ordinal);
}
