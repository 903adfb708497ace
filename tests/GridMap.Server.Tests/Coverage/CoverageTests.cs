using System.Net;
using System.Text.Json;
using GridMap.Core.Access;

namespace GridMap.Server.Tests.Coverage;

/// <summary>Answers to questions; nothing is changed but kept questions, so one district is enough for all.</summary>
public sealed class CoverageTests(CoverageDistrict district) : IClassFixture<CoverageDistrict>
{
    private const string Share = "share { covered total unlinkable coveredTwice value }";

    [Fact]
    public async Task Households_are_counted_by_their_walk_with_numerator_and_denominator()
    {
        var found = await district.Server.Client.QueryAsync($$"""{ coverage(input: { kind: "station", minutes: 5 }) { facilities hoursNotUnderstood {{Share}} } }""");
        var coverage = found.GetProperty("coverage");
        Assert.Equal(2, coverage.GetProperty("facilities").GetInt32());
        // Of the houses 0, 200, 400, 600 (and 10 s off the road) and 800 s along the street: 1, 2 and 5 are within 300 s.
        Assert.Equal((10 + 20 + 50, 280, 70, 0), Read(coverage));
    }

    [Theory]
    [InlineData("minutes: 6.6666666666", 80)]
    [InlineData("minutes: 6.6666666667", 110)]
    [InlineData("meters: 480", 110)]
    [InlineData("meters: 479.9", 80)]
    [InlineData("meters: 492, at: \"2026-06-03T10:00:00+08:00\"", 150)]
    [InlineData("minutes: 5, at: \"2026-06-03T22:00:00+08:00\"", 50)]
    [InlineData("minutes: 5, service: \"water\", at: \"2026-06-03T13:00:00+08:00\"", 30)]
    [InlineData("minutes: 5, service: \"charging\"", 30)]
    [InlineData("minutes: 5, population: ELDERS", 3 + 6 + 15)]
    [InlineData("minutes: 4.9, population: ELDERS", 3)]
    [InlineData("minutes: 5, within: \"4\"", 50)]
    public async Task Standard_time_service_people_and_area_decide_who_is_covered(string asked, int covered)
    {
        var found = await district.Server.Client.QueryAsync($$"""{ coverage(input: { kind: "station", {{asked}} }) { {{Share}} } }""");
        Assert.Equal(covered, found.GetProperty("coverage").GetProperty("share").GetProperty("covered").GetInt32());
    }

    [Fact]
    public async Task Areas_gaps_catchments_and_buildings_say_the_same()
    {
        var found = await district.Server.Client.QueryAsync($$"""
            { coverage(input: { kind: "station", minutes: 5 }) {
              communities(first: 1) { totalCount nodes { name {{Share}} } pageInfo { hasNextPage endCursor } }
              grids { nodes { code {{Share}} } }
              gaps { nodes { name community people buildings nearest } }
              catchments { facilityId people capacity load }
              buildings { ids people states walks } } }
            """);
        var coverage = found.GetProperty("coverage");
        var first = coverage.GetProperty("communities").GetProperty("nodes")[0];
        Assert.Equal(("东风社区", (30, 190, 70, 0)), (first.GetProperty("name").GetString(), Read(first)));
        Assert.Equal(80, coverage.GetProperty("grids").GetProperty("nodes").EnumerateArray().Sum(grid => Read(grid).Covered));
        Assert.Equal(
            ["小巷 东风社区 60 1 ", "和平路 =西苑社区 40 1 410", "和平路 东风社区 30 1 400"],
            coverage.GetProperty("gaps").GetProperty("nodes").EnumerateArray().Select(gap =>
                $"{gap.GetProperty("name")} {gap.GetProperty("community")} {gap.GetProperty("people")} {gap.GetProperty("buildings")} {gap.GetProperty("nearest")}"));
        Assert.Equal("[{\"facilityId\":\"2\",\"people\":50,\"capacity\":10,\"load\":5},{\"facilityId\":\"1\",\"people\":30,\"capacity\":20,\"load\":1.5}]", coverage.GetProperty("catchments").GetRawText());
        Assert.Equal("110010x", coverage.GetProperty("buildings").GetProperty("states").GetString());
        Assert.Equal([0, 200, 400, 410, 200, -1, -1], coverage.GetProperty("buildings").GetProperty("walks").EnumerateArray().Select(walk => walk.GetInt32()));

        var after = coverage.GetProperty("communities").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var rest = await district.Server.Client.QueryAsync($$"""{ coverage(input: { kind: "station", minutes: 5 }) { communities(after: "{{after}}") { nodes { name } pageInfo { hasNextPage } } } }""");
        Assert.Equal("=西苑社区", rest.GetProperty("coverage").GetProperty("communities").GetProperty("nodes")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_no_way_leads_to_is_told_by_name_with_why()
    {
        var found = (await district.Server.Client.QueryAsync(
            """{ coverage(input: { kind: "station", minutes: 5 }) { unlinkable { totalCount nodes { name community people reason } } facilitiesOff { name } catchments { openingHours } } }""")).GetProperty("coverage");
        Assert.Equal(
            """{"totalCount":1,"nodes":[{"name":"7号楼","community":"东风社区","people":70,"reason":"across_water"}]}""", found.GetProperty("unlinkable").GetRawText());
        Assert.Equal("[]", found.GetProperty("facilitiesOff").GetRawText());
        Assert.Equal("""[{"openingHours":"24/7"},{"openingHours":"Mo-Su 08:00-18:00"}]""", found.GetProperty("catchments").GetRawText());
    }

    [Theory]
    [InlineData("{ facilityId: \"1\", closed: true }", 50, "")]
    [InlineData("{ facilityId: \"3\", closed: false }", 10 + 20 + 30 + 40 + 50, "")]
    [InlineData("{ facilityId: \"1\", position: { longitude: 113.0071, latitude: 40.0 } }", 120, "")]
    [InlineData("{ position: { longitude: 113.001, latitude: 40.0031 } }", 140, "")]
    [InlineData("{ facilityId: \"1\", openingHours: \"24/7\" }", 80, "")]
    [InlineData("{ position: { longitude: 113.007, latitude: 39.9993 } }", 80, "across_water")]
    [InlineData("{ position: { longitude: 113.0113, latitude: 40.0008 } }", 80, "across_wall")]
    [InlineData("{ position: { longitude: 113.012, latitude: 40.0008 } }", 80, "")]
    [InlineData("{ position: { longitude: 113.5, latitude: 40.5 } }", 80, "too_far")]
    public async Task A_what_if_changes_the_answer_and_nothing_else(string change, int covered, string reason)
    {
        var found = await district.Server.Client.QueryAsync(
            $$"""{ coverage(input: { kind: "station", minutes: 5, changes: [{{change}}] }) { unplaced { change reason } {{Share}} } }""");
        var coverage = found.GetProperty("coverage");
        Assert.Equal(covered, Read(coverage).Covered);
        Assert.Equal(reason, string.Concat(coverage.GetProperty("unplaced").EnumerateArray().Select(unplaced => unplaced.GetProperty("reason").GetString())));
        Assert.Equal(80, await CoveredAsync());
    }

    [Theory]
    [InlineData("minutes: 5, meters: 5", "COVERAGE_STANDARD_MISSING")]
    [InlineData("kind: \"station\"", "COVERAGE_STANDARD_MISSING")]
    [InlineData("minutes: 0", "COVERAGE_STANDARD_OUT_OF_RANGE")]
    [InlineData("minutes: -1", "COVERAGE_STANDARD_OUT_OF_RANGE")]
    [InlineData("minutes: 600", "COVERAGE_STANDARD_OUT_OF_RANGE")]
    [InlineData("meters: 1e9", "COVERAGE_STANDARD_OUT_OF_RANGE")]
    [InlineData("minutes: 5, kind: \"none\"", "FACILITY_KIND_UNKNOWN")]
    [InlineData("minutes: 5, service: \"none\"", "SERVICE_UNKNOWN")]
    [InlineData("minutes: 5, within: \"99\"", "AREA_UNKNOWN")]
    [InlineData("minutes: 5, within: \"x\"", "AREA_UNKNOWN")]
    [InlineData("minutes: 5, changes: [{}]", "COVERAGE_CHANGE_MALFORMED")]
    [InlineData("minutes: 5, changes: [{ facilityId: \"1\" }]", "COVERAGE_CHANGE_MALFORMED")]
    [InlineData("minutes: 5, changes: [{ facilityId: \"99\", closed: true }]", "FACILITY_UNKNOWN")]
    [InlineData("minutes: 5, changes: [{ facilityId: \"1\", openingHours: \"now and then\" }]", "OPENING_HOURS_NOT_UNDERSTOOD")]
    [InlineData("minutes: 5, changes: [{ facilityId: \"1\", closed: true }, { facilityId: \"1\", closed: false }]", "COVERAGE_CHANGES_TOO_MANY")]
    public async Task A_question_that_makes_no_sense_is_refused_with_what_to_do(string asked, string code)
    {
        Assert.Equal(code, await district.Server.Client.ErrorCodeAsync($$"""{ coverage(input: { {{asked}} }) { facilities } }"""));
    }

    [Fact]
    public async Task Nobody_and_nothing_are_answers_and_no_numbers_that_are_none()
    {
        // Nothing of that kind is open then: hours that are not understood do not count.
        var closed = (await district.Server.Client.QueryAsync(
            $$"""{ coverage(input: { kind: "stop", minutes: 5, at: "2026-06-03T10:00:00+08:00" }) { facilities hoursNotUnderstood {{Share}} gaps { nodes { nearest } } catchments { load } } }""")).GetProperty("coverage");
        Assert.Equal((0, 1), (closed.GetProperty("facilities").GetInt32(), closed.GetProperty("hoursNotUnderstood").GetInt32()));
        Assert.Equal(0, closed.GetProperty("share").GetProperty("value").GetDouble());
        Assert.All(closed.GetProperty("gaps").GetProperty("nodes").EnumerateArray(), gap => Assert.Equal(JsonValueKind.Null, gap.GetProperty("nearest").ValueKind));
    }

    [Fact]
    public async Task The_next_sites_are_the_best_and_say_what_they_add_and_whom_none_reaches()
    {
        var found = await district.Server.Client.QueryAsync($$"""
            { nextSites(input: { kind: "station", minutes: 5 }, sites: { count: 5 }) {
              candidates candidatesUnlinkable unreachable gap isComplete before { covered } sites { name adds buildingIds {{Share}} } } }
            """);
        var sites = found.GetProperty("nextSites");
        Assert.Equal((3, 1, 0, 0.0, true), (
            sites.GetProperty("candidates").GetInt32(),
            sites.GetProperty("candidatesUnlinkable").GetInt32(),
            sites.GetProperty("unreachable").GetInt32(),
            sites.GetProperty("gap").GetDouble(),
            sites.GetProperty("isComplete").GetBoolean()));
        Assert.Equal(["中段 70 150", "巷口 60 210"], sites.GetProperty("sites").EnumerateArray().Select(site =>
            $"{site.GetProperty("name")} {site.GetProperty("adds")} {Read(site).Covered}"));

        var drawn = await district.Server.Client.QueryAsync("""
            { nextSites(input: { kind: "station", minutes: 5 }, sites: { goal: COVER_ALL, kinds: [], positions: [{ longitude: 113.007, latitude: 40.0 }] }) { atLeast unreachable sites { adds } } }
            """);
        Assert.Equal("""{"atLeast":1,"unreachable":60,"sites":[{"adds":70}]}""", drawn.GetProperty("nextSites").GetRawText());
    }

    [Theory]
    [InlineData("count: 0", "SITE_COUNT_OUT_OF_RANGE")]
    [InlineData("count: 51", "SITE_COUNT_OUT_OF_RANGE")]
    [InlineData("kinds: [\"castle\"]", "SITE_KIND_UNKNOWN")]
    [InlineData("kinds: []", "NO_CANDIDATE")]
    [InlineData("kinds: [\"shop\"]", "NO_CANDIDATE")]
    public async Task A_search_for_sites_that_cannot_be_made_is_refused(string sites, string code)
    {
        Assert.Equal(code, await district.Server.Client.ErrorCodeAsync(
            $$"""{ nextSites(input: { minutes: 5 }, sites: { {{sites}} }) { candidates } }"""));
    }

    [Fact]
    public async Task Sites_are_told_as_they_are_found_and_the_last_answer_is_that_of_the_query()
    {
        await using var events = await GraphQLEvents.OpenAsync(
            district.Server.Client, """subscription { nextSitesFound(input: { kind: "station", minutes: 5 }, sites: { count: 1 }) { isComplete done sites { name } } }""");
        JsonElement last;
        do
        {
            last = Assert.NotNull(await events.NextAsync()).GetProperty("data").GetProperty("nextSitesFound");
        }
        while (!last.GetProperty("isComplete").GetBoolean());
        Assert.Equal("中段", last.GetProperty("sites")[0].GetProperty("name").GetString());
        Assert.Equal(1, last.GetProperty("done").GetDouble());
    }

    [Fact]
    public async Task Isochrones_are_cut_where_the_limit_is_reached()
    {
        var bands = (await district.Server.Client.QueryAsync(
            """{ coverageIsochrones(input: { kind: "station", minutes: 5 }, limits: [2.5, 5], facilityIds: ["1"]) { limit shape } }""")).GetProperty("coverageIsochrones");
        // 300 of 1000 s are 0.0042 of the street's 0.014 degrees; 25 m are about 0.0003.
        Assert.InRange(EastOf(bands[0]), 113.0021 + 0.00025, 113.0021 + 0.00035);
        Assert.InRange(EastOf(bands[1]), 113.0042 + 0.00025, 113.0042 + 0.00035);
        Assert.Equal("COVERAGE_LIMITS_OUT_OF_RANGE", await district.Server.Client.ErrorCodeAsync(
            """{ coverageIsochrones(input: { minutes: 5 }, limits: [0], facilityIds: ["1"]) { limit } }"""));
    }

    [Fact]
    public async Task A_question_is_kept_read_by_all_and_changed_by_its_owner_only()
    {
        var owner = await district.Server.SignInAsync(Role.Viewer, null);
        var other = await district.Server.SignInAsync(Role.Dispatcher, null);
        const string Question = """{ kind: "station", minutes: 5, population: ELDERS, changes: [{ facilityId: "1", position: { longitude: 113.007, latitude: 40 } }] }""";
        async Task<JsonElement> SaveAsync(HttpClient client, string more) => (await client.QueryAsync(
            $$"""mutation { saveCoverageScenario(input: { {{more}}, question: {{Question}} }) { scenario { id version author isMine question { kind minutes population changes { facilityId position { longitude } } } } refusal { code } } }"""))
            .GetProperty("saveCoverageScenario");

        var saved = await SaveAsync(owner, "idempotencyKey: \"scenario-1\", name: \"搬迁\"");
        var id = saved.GetProperty("scenario").GetProperty("id").GetString();
        Assert.Equal(
            """{"kind":"station","minutes":5,"population":"ELDERS","changes":[{"facilityId":"1","position":{"longitude":113.007}}]}""",
            saved.GetProperty("scenario").GetProperty("question").GetRawText());
        Assert.Equal(id, (await SaveAsync(owner, "idempotencyKey: \"scenario-1\", name: \"搬迁\"")).GetProperty("scenario").GetProperty("id").GetString());
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", CodeOf(await SaveAsync(owner, "idempotencyKey: \"scenario-1\", name: \"另一个\"")));
        Assert.Equal("TEXT_LENGTH", CodeOf(await SaveAsync(owner, "idempotencyKey: \"scenario-2\", name: \" \"")));
        Assert.Equal("SCENARIO_UNKNOWN", CodeOf(await SaveAsync(other, $"idempotencyKey: \"scenario-3\", id: \"{id}\", expectedVersion: 1, name: \"x\"")));
        Assert.Equal("SCENARIO_CHANGED_MEANWHILE", CodeOf(await SaveAsync(owner, $"idempotencyKey: \"scenario-4\", id: \"{id}\", expectedVersion: 7, name: \"x\"")));
        Assert.Equal(2, (await SaveAsync(owner, $"idempotencyKey: \"scenario-5\", id: \"{id}\", expectedVersion: 1, name: \"新名\"")).GetProperty("scenario").GetProperty("version").GetInt32());

        var read = (await other.QueryAsync("{ coverageScenarios { name authorName isMine } }")).GetProperty("coverageScenarios");
        var author = saved.GetProperty("scenario").GetProperty("author").GetString()!;
        Assert.Equal($$"""[{"name":"新名","authorName":"测试 {{author[^4..]}}","isMine":false}]""", read.GetRawText());
        async Task<string?> RemoveAsync(HttpClient client) => CodeOf((await client.QueryAsync(
            $$"""mutation { removeCoverageScenario(input: { id: "{{id}}" }) { scenario { id } refusal { code } } }""")).GetProperty("removeCoverageScenario"));
        Assert.Equal("SCENARIO_UNKNOWN", await RemoveAsync(other));
        Assert.Null(await RemoveAsync(owner));
        Assert.Equal(JsonValueKind.Null, (await owner.QueryAsync($$"""{ coverageScenario(id: "{{id}}") { name } }""")).GetProperty("coverageScenario").ValueKind);
    }

    [Fact]
    public async Task Files_have_the_numbers_of_the_screen()
    {
        var question = Uri.EscapeDataString("""{"kind":"station","minutes":5}""");
        var bytes = await district.Server.Client.GetByteArrayAsync($"/api/coverage/communities.csv?question={question}");
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("140214001001,东风社区,190,30,160,0.15789473684210525,0,70", lines[1]);
        Assert.Equal("140214001002,'=西苑社区,90,50,40,0.5555555555555556,0,0", lines[2]);
        var gaps = await district.Server.Client.GetStringAsync($"/api/coverage/gaps.csv?question={question}");
        Assert.Contains("小巷,东风社区,60,1,,113.014,40.0001", gaps, StringComparison.Ordinal);
        var buildings = JsonDocument.Parse(await district.Server.Client.GetStringAsync($"/api/coverage/buildings.geojson?question={question}")).RootElement.GetProperty("features");
        Assert.Equal(80, buildings.EnumerateArray().Select(building => building.GetProperty("properties")).Where(building => building.GetProperty("covered").GetBoolean()).Sum(building => building.GetProperty("people").GetInt32()));
        using var workbook = new System.IO.Compression.ZipArchive(await district.Server.Client.GetStreamAsync($"/api/coverage/communities.xlsx?question={question}"));
        using var sheet = new StreamReader(workbook.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("<c><v>0.15789473684210525</v></c>", await sheet.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains("西站,50,10,5,24/7,", await district.Server.Client.GetStringAsync($"/api/coverage/facilities.csv?question={question}"), StringComparison.Ordinal);
        Assert.Contains("7号楼,东风社区,70,across_water,", await district.Server.Client.GetStringAsync($"/api/coverage/unlinkable.csv?question={question}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await district.Server.Client.GetAsync("/api/coverage/grids.csv?question=%7B%7D")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await district.Server.Client.GetAsync("/api/coverage/grids.csv?question=x")).StatusCode);
    }

    private static string? CodeOf(JsonElement payload) =>
        payload.GetProperty("refusal") is { ValueKind: JsonValueKind.Object } refusal ? refusal.GetProperty("code").GetString() : null;

    private static double EastOf(JsonElement band) => band.GetProperty("shape").GetProperty("coordinates")[0].EnumerateArray().Max(position => position[0].GetDouble());

    private static (int Covered, int Total, int Unlinkable, int Twice) Read(JsonElement owner)
    {
        var share = owner.GetProperty("share");
        return (
            share.GetProperty("covered").GetInt32(),
            share.GetProperty("total").GetInt32(),
            share.GetProperty("unlinkable").GetInt32(),
            share.GetProperty("coveredTwice").GetInt32());
    }

    private async Task<int> CoveredAsync() =>
        Read((await district.Server.Client.QueryAsync($$"""{ coverage(input: { kind: "station", minutes: 5 }) { {{Share}} } }""")).GetProperty("coverage")).Covered;
}
