using System.Text.Json;
using GridMap.Core.Access;

namespace GridMap.Server.Tests.Incidents;

public sealed class ReportAsCallerTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    [Fact]
    public async Task A_report_becomes_an_incident_with_its_reporter_kept_apart()
    {
        var payload = await ReportAsync(desk.Dispatcher, new
        {
            classCode = "20102",
            description = " 垃圾 ",
            position = new { longitude = 113.005, latitude = 40.005 },
            address = "和平路",
            reporter = new { name = "王秘密", phone = "13812341234", email = "wang@example.org" },
            source = "HOTLINE",
            idempotencyKey = IncidentDesk.Key(),
        });
        var incident = payload.GetProperty("incident");
        Assert.Equal(("REPORTED", "HOTLINE"), (incident.GetProperty("step").GetString(), incident.GetProperty("source").GetString()));
        Assert.StartsWith("test-", incident.GetProperty("steps")[0].GetProperty("actor").GetString(), StringComparison.Ordinal);

        var number = incident.GetProperty("number").GetString();
        const string Query = "query ($n: String, $i: ID!) { incident(number: $n) { reporter { name phone email } } reporter(incident: $i) { name phone email } }";
        var told = await desk.Dispatcher.QueryAsync(Query, new { n = number, i = number });
        Assert.Equal("""{"name":"王**","phone":"138****1234","email":"w***@example.org"}""", told.GetProperty("incident").GetProperty("reporter").GetRawText());
        Assert.Equal("""{"name":"王秘密","phone":"13812341234","email":"wang@example.org"}""", told.GetProperty("reporter").GetRawText());
        Assert.Equal(1, await desk.District.ReadAsync<long>($"SELECT count(*) FROM audit WHERE action = 'reporter.revealed' AND subject = '{number}'"));

        var viewer = await desk.Server.SignInAsync(Role.Viewer);
        Assert.Equal("NOT_ALLOWED", await viewer.ErrorCodeAsync("query ($i: ID!) { reporter(incident: $i) { name } }", new { i = number }));
        var elsewhere = await desk.Server.SignInAsync(Role.Dispatcher, IncidentDesk.SecondGrid);
        var hidden = await elsewhere.QueryAsync("query ($i: ID!) { reporter(incident: $i) { name } }", new { i = number });
        Assert.Equal(JsonValueKind.Null, hidden.GetProperty("reporter").ValueKind);
    }

    [Fact]
    public async Task The_same_key_at_once_is_one_incident_and_another_body_with_it_is_refused()
    {
        var key = IncidentDesk.Key();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReportAsync(desk.Dispatcher, IncidentDesk.Report("一次", key: key))));
        Assert.Single(answers.Select(answer => answer.GetProperty("incident").GetProperty("id").GetString()).Distinct());
        var other = await ReportAsync(desk.Dispatcher, IncidentDesk.Report("另一件", key: key));
        Assert.Equal(("IDEMPOTENCY_KEY_REUSED", null), (other.RefusalOf(), other.StepOf()));
    }

    [Fact]
    public async Task One_may_report_in_ones_own_area_only()
    {
        var field = await desk.Server.SignInAsync(Role.Field, IncidentDesk.FirstGrid);
        Assert.Null((await ReportAsync(field, IncidentDesk.Report("这里"))).RefusalOf());
        Assert.Equal("NOT_ALLOWED", (await ReportAsync(field, IncidentDesk.Report("那里", inSecondGrid: true))).RefusalOf());
        var viewer = await desk.Server.SignInAsync(Role.Viewer);
        Assert.Equal("NOT_ALLOWED", (await ReportAsync(viewer, IncidentDesk.Report("这里"))).RefusalOf());
    }

    [Theory]
    [InlineData("00000", "x", 113.005, 40.005, "CLASS_UNKNOWN")]
    [InlineData("", "x", 113.005, 40.005, "CLASS_MISSING")]
    [InlineData("20102", "", 113.005, 40.005, "DESCRIPTION_LENGTH")]
    [InlineData("20102", "a\0", 113.005, 40.005, "TEXT_CONTROL_CHARACTERS")]
    [InlineData("20102", "x", 0.0, 0.0, "POSITION_OUTSIDE_DISTRICT")]
    [InlineData("20102", "x", 40.005, 80.0, "POSITION_OUTSIDE_DISTRICT")]
    public async Task What_the_rules_refuse_is_refused(string classCode, string description, double longitude, double latitude, string code)
    {
        var payload = await ReportAsync(
            desk.Dispatcher, new { classCode, description, position = new { longitude, latitude }, idempotencyKey = IncidentDesk.Key() });
        Assert.Equal((code, null), (payload.RefusalOf(), payload.StepOf()));
    }

    private static Task<JsonElement> ReportAsync(HttpClient client, object input) => client.ChangeAsync("reportIncident", "ReportIncidentInput", input);
}
