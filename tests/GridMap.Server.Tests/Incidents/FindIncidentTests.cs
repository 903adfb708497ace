using System.Net;

namespace GridMap.Server.Tests.Incidents;

[Collection(nameof(SmallDistrict))]
public sealed class FindIncidentTests(SmallDistrict district)
{
    private const string Id = "00000000-0000-0000-0000-000000000001";

    [Fact]
    public async Task An_incident_carries_its_names_its_steps_and_its_patrols()
    {
        var incident = await district.ReadAsync($"/api/incidents/{Id}");

        Assert.Equal(Id, incident.GetProperty("id").GetString());
        Assert.Equal("20260603-000001", incident.GetProperty("number").GetString());
        Assert.Equal("10101", incident.GetProperty("classCode").GetString());
        Assert.Equal("井盖破损", incident.GetProperty("className").GetString());
        Assert.Equal("Broken manhole cover", incident.GetProperty("classNameEn").GetString());
        Assert.Equal("urgent", incident.GetProperty("urgency").GetString());
        Assert.Equal("assigned", incident.GetProperty("step").GetString());
        Assert.Equal("open311", incident.GetProperty("source").GetString());
        Assert.Equal("井盖裂了", incident.GetProperty("description").GetString());
        Assert.Equal("和平路3号", incident.GetProperty("address").GetString());
        Assert.Equal(11, incident.GetProperty("gridId").GetInt32());
        Assert.Equal("140214001001001", incident.GetProperty("gridCode").GetString());
        Assert.Equal("第一网格", incident.GetProperty("gridName").GetString());
        Assert.Equal("东风社区", incident.GetProperty("communityName").GetString());
        Assert.Equal(new DateTimeOffset(2026, 6, 3, 1, 0, 0, TimeSpan.Zero), incident.GetProperty("reportedAt").GetDateTimeOffset());
        Assert.Equal(new DateTimeOffset(2026, 6, 3, 3, 0, 0, TimeSpan.Zero), incident.GetProperty("dueAt").GetDateTimeOffset());
        Assert.Equal("null", incident.GetProperty("closedAt").GetRawText());
        Assert.Equal("[113.0051,40.0051]", incident.GetProperty("position").GetRawText());

        Assert.Equal(["reported", "registered", "assigned"], incident.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("to").GetString()));
        var assignment = Assert.Single(incident.GetProperty("assignments").EnumerateArray());
        Assert.Equal((1, "张建国"), (assignment.GetProperty("patrolId").GetInt32(), assignment.GetProperty("patrolName").GetString()));
        Assert.Equal(new DateTimeOffset(2026, 6, 3, 1, 21, 0, TimeSpan.Zero), assignment.GetProperty("acceptedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Its_number_names_it_as_well_as_its_id()
    {
        var incident = await district.ReadAsync("/api/incidents/20260603-000001");
        Assert.Equal(Id, incident.GetProperty("id").GetString());
        Assert.Equal(3, incident.GetProperty("steps").GetArrayLength());
    }

    [Theory]
    [InlineData("/api/incidents/20260603-000001")]
    [InlineData("/api/incidents/open")]
    public async Task The_reporter_is_never_in_it(string address)
    {
        var body = await district.Server.Client.GetStringAsync(address);
        Assert.DoesNotContain("王秘密", body, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", body, StringComparison.Ordinal);
        Assert.DoesNotContain("reporter", body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_closed_one_keeps_the_class_of_its_own_dictionary_and_has_its_grids_name_of_today()
    {
        var incident = await district.ReadAsync("/api/incidents/20260101-000003");
        Assert.Equal("旧井盖", incident.GetProperty("className").GetString());
        Assert.Equal("第三网格", incident.GetProperty("gridName").GetString());
    }

    [Fact]
    public async Task Outside_every_grid_it_has_no_grid()
    {
        var incident = await district.ReadAsync("/api/incidents/20260603-000004");
        Assert.Equal("null", incident.GetProperty("gridId").GetRawText());
        Assert.Equal("null", incident.GetProperty("communityName").GetRawText());
    }

    [Theory]
    [InlineData("20260603-999999")]
    [InlineData("99999999-000001")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    public async Task What_nobody_reported_is_unknown(string key) =>
        Assert.Equal("INCIDENT_UNKNOWN", await district.RefusalAsync(HttpStatusCode.NotFound, $"/api/incidents/{key}"));

    [Theory]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("20260603")]
    [InlineData("20260603-000001-")]
    [InlineData("20260603-000001%20")]
    [InlineData("{00000000-0000-0000-0000-000000000001}")]
    [InlineData("２０２６０６０３-０００００１")]
    [InlineData("😀")]
    [InlineData("' OR 1=1 --")]
    public async Task What_is_neither_id_nor_number_is_refused(string key) =>
        Assert.Equal("INCIDENT_KEY_MALFORMED", await district.RefusalAsync(HttpStatusCode.BadRequest, $"/api/incidents/{Uri.EscapeDataString(Uri.UnescapeDataString(key))}"));

    [Fact]
    public async Task A_key_of_six_thousand_characters_is_refused() =>
        Assert.Equal("INCIDENT_KEY_MALFORMED", await district.RefusalAsync(HttpStatusCode.BadRequest, $"/api/incidents/{new string('a', 6000)}"));
}
