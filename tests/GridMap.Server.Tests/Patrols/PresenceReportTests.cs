using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Patrols;

public sealed class PresenceReportTests : IAsyncLifetime
{
    private const string Year = "from: \"2026-01-01T00:00:00+08:00\", until: \"2027-01-01T00:00:00+08:00\"";

    private LiveDistrict _district = null!;
    private TestServer _server = null!;
    private HttpClient _viewer = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        // Monday 1 June 2026 at 8 and Sunday 7 June at 23 on the clock of the place; the last one is before the period.
        await _district.ExecuteAsync("""
            INSERT INTO grid_presence (grid_id, hour, watched_minutes, present_minutes)
            VALUES
                (11, '2026-06-01 08:00+08', 60, 45), (12, '2026-06-01 08:00+08', 60, 0), (11, '2026-06-07 23:00+08', 30, 30), (11, '2025-06-01 08:00+08', 60, 60);
            UPDATE patrol_point SET removed_at = '2025-01-01Z';
            INSERT INTO patrol_point (id, code, name, kind, grid_id, required_visits, required_per, position, created_at, removed_at)
            SELECT 900 + number, 'PR-' || number, '点位', 'hydrant', grid_id, 1, 'day', ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326), '2026-06-01 00:00+08', '2026-06-04 00:00+08'
            FROM (VALUES (1, 11), (2, 12), (3, NULL)) AS point (number, grid_id);
            INSERT INTO check_in (patrol_point_id, patrol_id, checked_at, distance_meters)
            SELECT 901, 1, at, 3
            FROM unnest(ARRAY['2026-06-01 09:00+08', '2026-06-02 09:00+08']::timestamptz[]) AS visit (at);
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
    [InlineData("by: GRID", "11 75/90, 12 0/60", "75/150")]
    [InlineData("by: COMMUNITY", "3 75/150", "75/150")]
    [InlineData("by: COMMUNITY, within: \"12\"", "3 0/60", "0/60")]
    [InlineData("by: HOUR_OF_WEEK", "8 45/120, 167 30/30", "75/150")]
    [InlineData("by: GRID, hoursOfWeek: [8]", "11 45/60, 12 0/60", "45/120")]
    [InlineData("by: HOUR_OF_WEEK, within: \"12\"", "8 0/60", "0/60")]
    [InlineData("by: GRID, hoursOfWeek: [9]", "11 0/0, 12 0/0", "0/0")]
    public async Task Presence_is_told_by_grid_and_by_hour_of_the_week_with_its_denominator(string asked, string groups, string all)
    {
        var report = (await _viewer.QueryAsync(
            $$"""{ presenceReport({{Year}}, {{asked}}) { all { presentMinutes watchedMinutes value } groups { key presentMinutes watchedMinutes } } }""")).GetProperty("presenceReport");
        Assert.Equal(groups, string.Join(", ", report.GetProperty("groups").EnumerateArray().Select(group => $"{group.GetProperty("key").GetString()} {Share(group)}")));
        Assert.Equal(all, Share(report.GetProperty("all")));
        Assert.Equal(all == "0/0", report.GetProperty("all").GetProperty("value").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Visits_of_points_are_told_by_area_and_add_up_to_the_indicator()
    {
        var asked = await _viewer.QueryAsync(
            $$"""
            {
              byGrid: presenceReport({{Year}}, by: GRID) { all { pointsDue pointsVisited pointRate } groups { key pointsDue pointsVisited pointRate area { id name } } }
              byCommunity: presenceReport({{Year}}, by: COMMUNITY) { groups { pointsDue pointsVisited area { id } } }
              byHour: presenceReport({{Year}}, by: HOUR_OF_WEEK) { all { pointsDue } groups { pointRate area { id } } }
              indicators({{Year}}) { patrolPointRate { numerator denominator value } patrolPresence { numerator denominator } }
            }
            """);
        var (grids, community) = (asked.GetProperty("byGrid"), Assert.Single(asked.GetProperty("byCommunity").GetProperty("groups").EnumerateArray()));
        Assert.Equal(["11 2/3", "12 0/3"], grids.GetProperty("groups").EnumerateArray().Select(group => $"{group.GetProperty("area").GetProperty("id").GetString()} {Points(group)}"));
        // The third point lies in no grid: it is in the sum of all only.
        Assert.Equal("2/6", Points(community));
        Assert.Equal("2/9", Points(grids.GetProperty("all")));
        var rate = asked.GetProperty("indicators").GetProperty("patrolPointRate");
        Assert.Equal((2, 9), (rate.GetProperty("numerator").GetInt32(), rate.GetProperty("denominator").GetInt32()));
        Assert.Equal(rate.GetProperty("value").GetDouble(), grids.GetProperty("all").GetProperty("pointRate").GetDouble());
        Assert.Equal(JsonValueKind.Null, asked.GetProperty("byHour").GetProperty("all").GetProperty("pointsDue").ValueKind);
        Assert.All(asked.GetProperty("byHour").GetProperty("groups").EnumerateArray(), hour => Assert.Equal(JsonValueKind.Null, hour.GetProperty("area").ValueKind));
    }

    [Fact]
    public async Task Files_say_what_the_map_says_to_the_last_digit()
    {
        const string Asked = "from=2026-01-01T00:00:00%2B08:00&until=2027-01-01T00:00:00%2B08:00";
        var csv = await _viewer.GetByteArrayAsync($"/api/patrols/presence/report.csv?{Asked}&by=GRID");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        var rows = Encoding.UTF8.GetString(csv[3..]).TrimEnd().Split("\r\n").Select(row => row.Split(',')).ToArray();
        var told = (await _viewer.QueryAsync(
            $$"""{ presenceReport({{Year}}, by: GRID) { all { value pointRate } groups { presentMinutes watchedMinutes value pointRate area { name } } } }""")).GetProperty("presenceReport");
        var groups = told.GetProperty("groups").EnumerateArray().ToArray();
        Assert.Equal(groups.Length + 2, rows.Length);
        foreach (var (group, row) in groups.Zip(rows[1..]))
        {
            Assert.Equal(group.GetProperty("area").GetProperty("name").GetString(), row[0]);
            Assert.Equal(group.GetProperty("value").GetDouble(), double.Parse(row[3], CultureInfo.InvariantCulture));
            Assert.Equal(group.GetProperty("pointRate").GetDouble(), double.Parse(row[6], CultureInfo.InvariantCulture));
        }

        Assert.Equal(told.GetProperty("all").GetProperty("value").GetDouble(), double.Parse(rows[^1][3], CultureInfo.InvariantCulture));

        var features = JsonDocument.Parse(await _viewer.GetStringAsync($"/api/patrols/presence/areas.geojson?{Asked}&by=GRID")).RootElement.GetProperty("features").EnumerateArray();
        Assert.Equal(
            groups.Select(group => group.GetProperty("value").GetDouble()),
            features.Select(feature => feature.GetProperty("properties").GetProperty("presence").GetDouble()));
        Assert.Equal("PK"u8.ToArray(), (await _viewer.GetByteArrayAsync($"/api/patrols/presence/report.xlsx?{Asked}&by=COMMUNITY"))[..2]);
        Assert.Equal(HttpStatusCode.OK, (await _viewer.GetAsync($"/api/patrols/presence/report.csv?{Asked}&by=HOUR_OF_WEEK")).StatusCode);
    }

    [Theory]
    [InlineData("report.csv?by=GRID", "PRESENCE_QUESTION_MALFORMED")]
    [InlineData("report.csv?from=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z&by=MOOD", "PRESENCE_QUESTION_MALFORMED")]
    [InlineData("areas.geojson?from=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z&by=GRID", "PERIOD_TOO_LONG")]
    [InlineData("report.xlsx?from=2026-01-01T00:00:00Z&until=2026-01-02T00:00:00Z&by=GRID&hours=x", "HOURS_MALFORMED")]
    public async Task A_file_of_what_makes_no_sense_is_refused(string file, string code)
    {
        using var answer = await _viewer.GetAsync($"/api/patrols/presence/{file}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from: \"2026-01-02T00:00:00Z\", until: \"2026-01-01T00:00:00Z\", by: GRID", "PERIOD_TOO_LONG")]
    [InlineData("from: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\", by: GRID, hoursOfWeek: [168]", "HOURS_MALFORMED")]
    public async Task What_makes_no_sense_is_refused(string asked, string code) =>
        Assert.Equal(code, await _viewer.ErrorCodeAsync($$"""{ presenceReport({{asked}}) { all { value } } }"""));

    private static string Points(JsonElement group) => $"{group.GetProperty("pointsVisited")}/{group.GetProperty("pointsDue")}";

    private static string Share(JsonElement group) => $"{group.GetProperty("presentMinutes")}/{group.GetProperty("watchedMinutes")}";
}
