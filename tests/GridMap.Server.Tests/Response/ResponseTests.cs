using System.Net;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Response;

public sealed class ResponseTests : IAsyncLifetime
{
    private const string Report = """
        query ($filter: ResponseFilter!, $segment: ResponseSegment!, $by: ResponseGrouping!) {
          responseReport(filter: $filter, segment: $segment, by: $by) {
            all { incidents count p50 p90 due closed closedOnTime onTimeShare }
            groups { key incidents count p50 p80 p90 p95 due closed closedOnTime }
          }
        }
        """;

    private static readonly object Year = new { from = "2026-01-01T00:00:00+08:00", until = "2027-01-01T00:00:00+08:00" };

    private LiveDistrict _district = null!;
    private TestServer _server = null!;
    private HttpClient _viewer = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        await _district.ExecuteAsync("""
            SELECT setseed(0.5);
            INSERT INTO incident (id, number, class_version, class_code, source, urgency, step, description, grid_id, reported_at, on_scene_at, due_at, closed_at, position)
            SELECT
                gen_random_uuid(), '20260301-' || to_char(i, 'FM000000'), class.version, class.code, (ARRAY['field', 'hotline'])[1 + i % 2], 'normal',
                CASE WHEN i % 17 = 0 THEN 'voided' ELSE 'closed' END, 'x', 11 + i % 2, at,
                CASE WHEN i % 5 > 0 THEN at + random() * interval '2 hours' END, at + interval '1 day', at + random() * interval '2 days',
                ST_SetSRID(ST_MakePoint(113.001 + i % 2 * 0.01 + random() * 0.008, 40.001 + random() * 0.008), 4326)
            FROM generate_series(1, 200) AS i
            CROSS JOIN (SELECT version, code FROM incident_class ORDER BY code LIMIT 1) AS class
            CROSS JOIN LATERAL (SELECT '2026-03-01 00:00+08'::timestamptz + i * interval '3 hours' + random() * interval '1 hour' AS at) AS times;
            INSERT INTO incident_step (incident_id, from_step, to_step, at, actor)
            SELECT incident.id, NULL, step.name, incident.reported_at + step.minutes * random() * interval '2 minutes', 'x'
            FROM incident CROSS JOIN (VALUES ('registered', 5), ('assigned', 30), ('handling', 60), ('handling', 90)) AS step (name, minutes);
            """);
        _server = await _district.StartServerAsync();
        _viewer = await _server.SignInAsync(Role.Viewer);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Theory]
    [InlineData("RESPONSE", "incident.reported_at", "incident.on_scene_at")]
    [InlineData("REGISTERING", "incident.reported_at", "(SELECT min(at) FROM incident_step WHERE incident_id = incident.id AND to_step = 'registered')")]
    [InlineData("DEPARTING", "(SELECT min(at) FROM incident_step WHERE incident_id = incident.id AND to_step = 'assigned')", "(SELECT min(at) FROM incident_step WHERE incident_id = incident.id AND to_step = 'handling')")]
    [InlineData("WHOLE", "incident.reported_at", "incident.closed_at")]
    public async Task Times_are_those_that_the_database_computes(string segment, string from, string until)
    {
        var groups = (await ReportAsync(segment, "GRID")).GetProperty("groups").EnumerateArray().ToArray();
        Assert.Equal(["11", "12"], groups.Select(group => group.GetProperty("key").GetString()));
        foreach (var group in groups)
        {
            // Whole seconds after the report on both ends; what ends before it begins has no length.
            var expected = await _district.ReadAsync<double[]>($"""
                SELECT ARRAY[count(*), count(seconds)::float8] || percentile_cont(ARRAY[0.5, 0.8, 0.9, 0.95]) WITHIN GROUP (ORDER BY seconds)
                FROM (
                    SELECT floor(extract(epoch FROM {until} - incident.reported_at)) - floor(extract(epoch FROM {from} - incident.reported_at)) AS seconds
                    FROM incident WHERE step <> 'voided' AND grid_id = {group.GetProperty("key").GetString()}
                ) AS lengths WHERE seconds IS NULL OR seconds >= 0
                """);
            Assert.Equal(expected[1..], new[] { "count", "p50", "p80", "p90", "p95" }.Select(name => group.GetProperty(name).GetDouble()), Near);
        }
    }

    [Theory]
    [InlineData("GRID", 2)]
    [InlineData("COMMUNITY", 1)]
    [InlineData("SUBDISTRICT", 1)]
    [InlineData("CLASS", 1)]
    [InlineData("SOURCE", 2)]
    public async Task Groups_add_up_to_all(string by, int count)
    {
        var report = await ReportAsync("RESPONSE", by);
        var groups = report.GetProperty("groups").EnumerateArray().ToArray();
        Assert.Equal(count, groups.Length);
        foreach (var name in new[] { "incidents", "count", "due", "closed", "closedOnTime" })
        {
            Assert.Equal(report.GetProperty("all").GetProperty(name).GetInt32(), groups.Sum(group => group.GetProperty(name).GetInt32()));
        }
    }

    [Fact]
    public async Task Shares_on_time_and_times_are_the_indicators_own()
    {
        var report = (await ReportAsync("RESPONSE", "GRID")).GetProperty("all");
        var data = await _viewer.QueryAsync("""
            { indicators(from: "2026-01-01T00:00:00+08:00", until: "2027-01-01T00:00:00+08:00") { onTimeClosure { numerator denominator value } responseTimes { count p50 p90 } } }
            """);
        var indicators = data.GetProperty("indicators");
        var onTime = indicators.GetProperty("onTimeClosure");
        Assert.Equal(onTime.GetProperty("numerator").GetInt32(), report.GetProperty("closedOnTime").GetInt32());
        Assert.Equal(onTime.GetProperty("denominator").GetInt32(), report.GetProperty("due").GetInt32());
        Assert.Equal(onTime.GetProperty("value").GetDouble(), report.GetProperty("onTimeShare").GetDouble());
        var times = indicators.GetProperty("responseTimes");
        Assert.Equal(
            new[] { "count", "p50", "p90" }.Select(name => times.GetProperty(name).GetDouble()),
            new[] { "count", "p50", "p90" }.Select(name => report.GetProperty(name).GetDouble()), Near);
    }

    [Fact]
    public async Task Hours_of_the_week_are_those_of_the_place_and_can_be_chosen()
    {
        var groups = (await ReportAsync("RESPONSE", "HOUR_OF_WEEK")).GetProperty("groups").EnumerateArray()
            .ToDictionary(group => int.Parse(group.GetProperty("key").GetString()!), group => group.GetProperty("incidents").GetInt32());
        const string Hour = "(extract(isodow FROM reported_at AT TIME ZONE 'Asia/Shanghai') - 1) * 24 + extract(hour FROM reported_at AT TIME ZONE 'Asia/Shanghai')";
        var busiest = groups.MaxBy(group => group.Value).Key;
        Assert.Equal(await _district.ReadAsync<long>($"SELECT count(*) FROM incident WHERE step <> 'voided' AND {Hour} = {busiest}"), groups[busiest]);
        var chosen = await ReportAsync("RESPONSE", "GRID", new { from = "2026-01-01T00:00:00+08:00", until = "2027-01-01T00:00:00+08:00", hoursOfWeek = new[] { busiest } });
        Assert.Equal(groups[busiest], chosen.GetProperty("all").GetProperty("incidents").GetInt32());
    }

    [Fact]
    public async Task What_changes_is_counted_soon_and_a_voided_incident_is_not()
    {
        var before = (await ReportAsync("RESPONSE", "GRID")).GetProperty("all").GetProperty("incidents").GetInt32();
        var number = await LiveDistrict.ReportAsync(_server, "新事件");
        var always = new { from = "2026-01-01T00:00:00+08:00", until = "2100-01-01T00:00:00+08:00" };
        await UntilAsync(async () => (await ReportAsync("RESPONSE", "GRID", always)).GetProperty("all").GetProperty("incidents").GetInt32() == before + 1);
        await _district.ExecuteAsync(
            $"WITH moved AS (UPDATE incident SET step = 'voided' WHERE number = '{number}' RETURNING *) SELECT record_change('incident', id::text, 'upsert', grid_id, position) FROM moved");
        await UntilAsync(async () => (await ReportAsync("RESPONSE", "GRID", always)).GetProperty("all").GetProperty("incidents").GetInt32() == before);
    }

    [Fact]
    public async Task After_random_inserts_corrections_and_moved_borders_it_counts_as_a_server_that_starts_anew()
    {
        await ReportAsync("RESPONSE", "GRID");
        await _district.ExecuteAsync(
            """
            SELECT setseed(0.3);
            WITH written AS (
                INSERT INTO incident (id, number, class_version, class_code, source, urgency, step, description, grid_id, reported_at, on_scene_at, due_at, position)
                SELECT gen_random_uuid(), '20260401-' || to_char(i, 'FM000000'), class.version, class.code, 'field', 'normal', 'handling', 'x', 11 + i % 2, at,
                    at + random() * interval '2 hours', at + interval '1 day', ST_SetSRID(ST_MakePoint(113.001 + random() * 0.018, 40.001 + random() * 0.008), 4326)
                FROM generate_series(1, 60) AS i
                CROSS JOIN (SELECT version, code FROM incident_class ORDER BY code LIMIT 1) AS class
                CROSS JOIN LATERAL (SELECT '2026-04-01 00:00+08'::timestamptz + random() * interval '20 days' AS at) AS times
                RETURNING id, grid_id, position
            ),
            corrected AS (
                UPDATE incident SET reported_at = reported_at + (random() - 0.5) * interval '2 hours', on_scene_at = reported_at + random() * interval '5 hours',
                    step = CASE WHEN random() < 0.2 THEN 'voided' ELSE step END
                WHERE random() < 0.3 AND number < '20260400'
                RETURNING id, grid_id, position
            )
            SELECT record_change('incident', id::text, 'upsert', grid_id, position) FROM (SELECT * FROM written UNION ALL SELECT * FROM corrected) AS changed;
            WITH moved AS (
                UPDATE incident SET grid_id = 23 - grid_id WHERE random() < 0.2 RETURNING id, grid_id, position
            )
            SELECT record_change('incident', id::text, 'upsert', grid_id, position) FROM moved;
            """);
        await using var anew = await _district.StartServerAsync();
        var viewer = await anew.SignInAsync(Role.Viewer);
        foreach (var (segment, by) in new[] { ("RESPONSE", "GRID"), ("WHOLE", "CLASS"), ("RESPONSE", "HOUR_OF_WEEK") })
        {
            var expected = (await viewer.QueryAsync(Report, new { filter = Year, segment, by })).GetProperty("responseReport").GetRawText();
            await UntilAsync(async () => (await ReportAsync(segment, by)).GetRawText() == expected);
        }
    }

    [Fact]
    public async Task Who_sees_one_grid_counts_one_grid()
    {
        var own = await _server.SignInAsync(Role.Viewer, "140214001001002");
        var data = await own.QueryAsync(Report, new { filter = Year, segment = "RESPONSE", by = "GRID" });
        Assert.Equal("12", Assert.Single(data.GetProperty("responseReport").GetProperty("groups").EnumerateArray()).GetProperty("key").GetString());
        var heat = await own.GetByteArrayAsync("/api/response/heat/0/0/0.mvt");
        var whole = await _viewer.GetByteArrayAsync("/api/response/heat/0/0/0.mvt");
        Assert.NotEqual(whole, heat);
        Assert.Equal(HttpStatusCode.NoContent, (await own.GetAsync("/api/response/heat/0/0/0.mvt?within=11")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _server.Connect(null).GetAsync("/api/response/heat/0/0/0.mvt")).StatusCode);
    }

    [Fact]
    public async Task Density_is_of_as_many_incidents_as_there_are_and_hot_spots_need_areas_to_compare()
    {
        var data = await _viewer.QueryAsync(
            "query ($filter: ResponseFilter!) { responseDensity(filter: $filter) { incidents columns rows cellMeters maximum values } responseHotSpots(filter: $filter) { incidents areas { key households rate verdict } } }",
            new { filter = Year });
        var density = data.GetProperty("responseDensity");
        var values = density.GetProperty("values").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        Assert.Equal(density.GetProperty("columns").GetInt32() * density.GetProperty("rows").GetInt32(), values.Length);
        var cell = density.GetProperty("cellMeters").GetDouble() / 1000;
        Assert.InRange(values.Sum() * cell * cell / density.GetProperty("incidents").GetInt32(), 0.99, 1.01);
        var spots = data.GetProperty("responseHotSpots").GetProperty("areas").EnumerateArray().ToArray();
        Assert.Equal(2, spots.Length);
        Assert.All(spots, spot => Assert.Equal("UNKNOWN", spot.GetProperty("verdict").GetString()));
        Assert.All(spots, spot => Assert.Equal(400, spot.GetProperty("households").GetInt32()));
    }

    [Theory]
    [InlineData("""{ "from": "2026-01-02T00:00:00Z", "until": "2026-01-01T00:00:00Z" }""", "PERIOD_INVERTED")]
    [InlineData("""{ "from": "1950-01-02T00:00:00Z", "until": "2026-01-01T00:00:00Z" }""", "PERIOD_OUT_OF_RANGE")]
    [InlineData("""{ "from": "2026-01-02T00:00:00Z", "until": "2107-01-01T00:00:00Z" }""", "PERIOD_OUT_OF_RANGE")]
    [InlineData("""{ "from": "2026-01-01T00:00:00Z", "until": "2026-01-02T00:00:00Z", "classes": ["1"] }""", "CLASSES_MALFORMED")]
    [InlineData("""{ "from": "2026-01-01T00:00:00Z", "until": "2026-01-02T00:00:00Z", "hoursOfWeek": [168] }""", "HOURS_MALFORMED")]
    [InlineData("""{ "from": "2026-01-01T00:00:00Z", "until": "2026-01-02T00:00:00Z", "within": "x" }""", "ID_MALFORMED")]
    public async Task A_filter_that_means_nothing_is_refused(string filter, string code) => Assert.Equal(
        code, await _viewer.ErrorCodeAsync(Report, new { filter = JsonDocument.Parse(filter).RootElement, segment = "RESPONSE", by = "GRID" }));

    [Theory]
    [InlineData("99/0/0", "TILE_OUT_OF_RANGE")]
    [InlineData("0/0/0", "FILTER_MALFORMED", "?from=yesterday")]
    [InlineData("0/0/0", "FILTER_MALFORMED", "?sources=rumour")]
    [InlineData("0/0/0", "HOURS_MALFORMED", "?hours=1,-2")]
    [InlineData("0/0/0", "CLASSES_MALFORMED", "?classes=abcde")]
    public async Task A_heat_tile_that_cannot_be_is_refused(string tile, string code, string query = "")
    {
        var answer = await _viewer.GetAsync($"/api/response/heat/{tile}.mvt{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_bandwidth_that_would_show_nothing_is_refused() => Assert.Equal("BANDWIDTH_OUT_OF_RANGE", await _viewer.ErrorCodeAsync(
        "query ($filter: ResponseFilter!) { responseDensity(filter: $filter, bandwidthMeters: 5) { incidents } }", new { filter = Year }));

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-6;

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    private async Task<JsonElement> ReportAsync(string segment, string by, object? filter = null) =>
        (await _viewer.QueryAsync(Report, new { filter = filter ?? Year, segment, by })).GetProperty("responseReport");

    [Fact]
    public async Task Files_have_the_numbers_of_the_report_to_the_last_digit()
    {
        const string Period = "from=2026-01-01T00:00:00%2B08:00&until=2027-01-01T00:00:00%2B08:00";
        var all = (await _viewer.QueryAsync(Report, new { filter = Year, segment = "RESPONSE", by = "GRID" })).GetProperty("responseReport").GetProperty("all");
        var lines = (await _viewer.GetStringAsync($"/api/response/report.csv?by=COMMUNITY&{Period}")).Split("\r\n");
        var sum = lines.Single(line => line.StartsWith("合计", StringComparison.Ordinal)).Split(',');
        Assert.Equal(
            [all.GetProperty("incidents").GetRawText(), all.GetProperty("count").GetRawText(), all.GetProperty("p50").GetRawText(), all.GetProperty("p90").GetRawText(), all.GetProperty("onTimeShare").GetRawText()],
            [sum[1], sum[2], sum[3], sum[5], sum[9]]);
        Assert.Equal(HttpStatusCode.OK, (await _viewer.GetAsync($"/api/response/report.xlsx?by=CLASS&{Period}")).StatusCode);
        var grids = JsonDocument.Parse(await _viewer.GetStringAsync($"/api/response/grids.geojson?{Period}")).RootElement.GetProperty("features");
        Assert.Equal(all.GetProperty("incidents").GetInt32(), grids.EnumerateArray().Sum(grid => grid.GetProperty("properties").GetProperty("incidents").GetInt32()));
        Assert.Equal(HttpStatusCode.BadRequest, (await _viewer.GetAsync($"/api/response/report.csv?by=MOOD&{Period}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _viewer.GetAsync("/api/response/report.csv?from=2027-01-01T00:00:00Z&until=2026-01-01T00:00:00Z")).StatusCode);
    }

    [Fact]
    public async Task The_surface_tells_percentiles_of_each_hexagon_and_adds_up_to_all_incidents()
    {
        const string Surface = "query ($filter: ResponseFilter!, $width: Float!) { responseSurface(filter: $filter, widthMeters: $width) { widthMeters hexagons { longitude latitude incidents count p90 } } }";
        var all = (await _viewer.QueryAsync(Report, new { filter = Year, segment = "RESPONSE", by = "GRID" })).GetProperty("responseReport").GetProperty("all");
        var fine = (await _viewer.QueryAsync(Surface, new { filter = Year, width = 150 })).GetProperty("responseSurface").GetProperty("hexagons").EnumerateArray().ToArray();
        Assert.Equal(all.GetProperty("incidents").GetInt32(), fine.Sum(hexagon => hexagon.GetProperty("incidents").GetInt32()));
        Assert.All(fine, hexagon => Assert.Equal(hexagon.GetProperty("count").GetInt32() < 5, hexagon.GetProperty("p90").ValueKind == JsonValueKind.Null));
        // One that holds them all tells what the report tells.
        var whole = (await _viewer.QueryAsync(Surface, new { filter = Year, width = 5000 })).GetProperty("responseSurface").GetProperty("hexagons").EnumerateArray().ToArray();
        Assert.Equal(whole.Length == 1, whole.Any(hexagon => hexagon.GetProperty("p90").GetRawText() == all.GetProperty("p90").GetRawText()));
        Assert.Equal("HEXAGON_OUT_OF_RANGE", await _viewer.ErrorCodeAsync(Surface, new { filter = Year, width = 10 }));
    }
}
