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
    [InlineData("by: HOUR_OF_WEEK", "8 45/120, 167 30/30", "75/150")]
    [InlineData("by: GRID, hoursOfWeek: [8]", "11 45/60, 12 0/60", "45/120")]
    [InlineData("by: HOUR_OF_WEEK, within: \"12\"", "8 0/60", "0/60")]
    [InlineData("by: GRID, hoursOfWeek: [9]", "", "0/0")]
    public async Task Presence_is_told_by_grid_and_by_hour_of_the_week_with_its_denominator(string asked, string groups, string all)
    {
        var report = (await _viewer.QueryAsync(
            $$"""{ presenceReport({{Year}}, {{asked}}) { all { presentMinutes watchedMinutes value } groups { key presentMinutes watchedMinutes } } }""")).GetProperty("presenceReport");
        Assert.Equal(groups, string.Join(", ", report.GetProperty("groups").EnumerateArray().Select(group => $"{group.GetProperty("key").GetString()} {Share(group)}")));
        Assert.Equal(all, Share(report.GetProperty("all")));
        Assert.Equal(all == "0/0", report.GetProperty("all").GetProperty("value").ValueKind == JsonValueKind.Null);
    }

    [Theory]
    [InlineData("from: \"2026-01-02T00:00:00Z\", until: \"2026-01-01T00:00:00Z\", by: GRID", "PERIOD_TOO_LONG")]
    [InlineData("from: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\", by: GRID, hoursOfWeek: [168]", "HOURS_MALFORMED")]
    public async Task What_makes_no_sense_is_refused(string asked, string code) =>
        Assert.Equal(code, await _viewer.ErrorCodeAsync($$"""{ presenceReport({{asked}}) { all { value } } }"""));

    private static string Share(JsonElement group) => $"{group.GetProperty("presentMinutes")}/{group.GetProperty("watchedMinutes")}";
}
