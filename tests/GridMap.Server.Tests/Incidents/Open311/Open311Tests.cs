using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Incidents.Open311;

public sealed class Open311Tests(Open311Tests.Started started) : IClassFixture<Open311Tests.Started>
{
    private const string Root = "/open311/v2";

    private static readonly Dictionary<string, string> Good = new()
    {
        ["service_code"] = "20102",
        ["lat"] = "40.005",
        ["long"] = "113.005",
        ["description"] = "垃圾满溢",
    };

    private HttpClient Client => started.Server.Client;

    [Fact]
    public async Task Discovery_names_this_endpoint_with_its_formats()
    {
        var discovery = await JsonAsync("discovery");
        var endpoint = discovery.GetProperty("endpoints")[0];
        Assert.EndsWith(Root, endpoint.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("http://wiki.open311.org/GeoReport_v2", endpoint.GetProperty("specification").GetString());
        Assert.Equal(["text/xml", "application/json"], endpoint.GetProperty("formats").EnumerateArray().Select(format => format.GetString()));
        var xml = await XmlAsync("discovery");
        Assert.Equal("discovery", xml.Name.LocalName);
        Assert.Equal(2, xml.Element("endpoints")!.Element("endpoint")!.Element("formats")!.Elements("format").Count());
    }

    [Fact]
    public async Task Services_are_the_classes_of_the_dictionary_in_both_forms()
    {
        var services = await JsonAsync("services");
        Assert.Equal(61, services.GetArrayLength());
        var service = services.EnumerateArray().Single(entry => entry.GetProperty("service_code").GetString() == "20102");
        Assert.Equal("暴露垃圾", service.GetProperty("service_name").GetString());
        Assert.False(service.GetProperty("metadata").GetBoolean());
        Assert.Equal("realtime", service.GetProperty("type").GetString());
        var xml = await XmlAsync("services");
        Assert.Equal("services", xml.Name.LocalName);
        Assert.Equal(61, xml.Elements("service").Count());
    }

    [Fact]
    public async Task A_service_has_a_definition_and_an_unknown_one_is_a_404()
    {
        var definition = await JsonAsync("services/20102");
        Assert.Equal("20102", definition.GetProperty("service_code").GetString());
        Assert.Equal(0, definition.GetProperty("attributes").GetArrayLength());
        Assert.Equal("service_definition", (await XmlAsync("services/20102")).Name.LocalName);
        await AssertErrorAsync(await Client.GetAsync($"{Root}/services/00000.json"), HttpStatusCode.NotFound, "CLASS_UNKNOWN");
    }

    [Fact]
    public async Task A_posted_request_comes_back_by_its_id_without_its_reporter()
    {
        var form = new Dictionary<string, string>(Good)
        {
            ["first_name"] = "秘密",
            ["last_name"] = "王",
            ["phone"] = "13800001234",
            ["email"] = "secret@example.org",
            ["address_string"] = "和平路 3 号 <北侧> & 对面",
            ["media_url"] = "https://example.org/a.jpg",
            ["account_id"] = "7",
            ["device_id"] = "phone-7",
            ["api_key"] = "anything",
            ["jurisdiction_id"] = "140214",
        };
        using var posted = await Client.PostAsync($"{Root}/requests.json", new FormUrlEncodedContent(form));
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        var accepted = JsonDocument.Parse(await posted.Content.ReadAsStringAsync()).RootElement[0];
        Assert.Equal(JsonValueKind.Null, accepted.GetProperty("service_notice").ValueKind);
        Assert.Equal(JsonValueKind.Null, accepted.GetProperty("account_id").ValueKind);
        var id = accepted.GetProperty("service_request_id").GetString()!;
        Assert.Matches("^[0-9]{8}-[0-9]{6}$", id);

        var text = await Client.GetStringAsync($"{Root}/requests/{id}.json");
        Assert.DoesNotContain("秘密", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13800001234", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret@example.org", text, StringComparison.Ordinal);
        var request = JsonDocument.Parse(text).RootElement[0];
        Assert.Equal("open", request.GetProperty("status").GetString());
        Assert.Equal("暴露垃圾", request.GetProperty("service_name").GetString());
        Assert.Equal(40.005, request.GetProperty("lat").GetDouble());
        Assert.Equal(113.005, request.GetProperty("long").GetDouble());
        Assert.Equal("https://example.org/a.jpg", request.GetProperty("media_url").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$", request.GetProperty("requested_datetime").GetString());
        Assert.NotNull(request.GetProperty("expected_datetime").GetString());

        var xml = (await XmlAsync($"requests/{id}")).Element("request")!;
        Assert.Equal("和平路 3 号 <北侧> & 对面", xml.Element("address")!.Value);
        Assert.Equal("40.005", xml.Element("lat")!.Value);
        Assert.Equal("secret@example.org 13800001234 王 秘密", await started.District.ReadAsync<string>(
            $"SELECT concat_ws(' ', reporter_email, reporter_phone, reporter_name) FROM incident WHERE number = '{id}'"));
    }

    [Fact]
    public async Task A_request_may_come_as_multipart_and_be_answered_in_xml()
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Good)
        {
            form.Add(new StringContent(value, Encoding.UTF8), name);
        }

        using var posted = await Client.PostAsync($"{Root}/requests.xml", form);
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        Assert.Equal("text/xml", posted.Content.Headers.ContentType?.MediaType);
        var answer = XElement.Parse(await posted.Content.ReadAsStringAsync());
        Assert.Equal("service_requests", answer.Name.LocalName);
        Assert.NotEmpty(answer.Element("request")!.Element("service_request_id")!.Value);
    }

    [Fact]
    public async Task An_incident_is_written_whole_with_its_grid_its_first_step_and_its_change()
    {
        var id = await PostAsync(new Dictionary<string, string>(Good) { ["long"] = "113.015" });
        Assert.Equal("12 reported open311 reported 1 normal t", await started.District.ReadAsync<string>($"""
            SELECT format('%s %s %s %s %s %s %s', incident.grid_id, incident.step, incident.source, incident_step.to_step,
                (SELECT count(*) FROM change WHERE change.entity_id = incident.id::text AND change.grid_id = 12 AND change.envelope IS NOT NULL),
                incident.urgency, incident.due_at > incident.reported_at)
            FROM incident JOIN incident_step ON incident_step.incident_id = incident.id
            WHERE incident.number = '{id}'
            """));
    }

    [Theory]
    [InlineData("service_code", null, HttpStatusCode.BadRequest, "CLASS_MISSING")]
    [InlineData("service_code", "99999", HttpStatusCode.NotFound, "CLASS_UNKNOWN")]
    [InlineData("service_code", "20102\u0000", HttpStatusCode.BadRequest, "FORM_MALFORMED")]
    [InlineData("lat", null, HttpStatusCode.BadRequest, "POSITION_MISSING")]
    [InlineData("long", "", HttpStatusCode.BadRequest, "POSITION_MISSING")]
    [InlineData("lat", "forty", HttpStatusCode.BadRequest, "POSITION_MALFORMED")]
    [InlineData("lat", "40,005", HttpStatusCode.BadRequest, "POSITION_MALFORMED")]
    [InlineData("lat", "NaN", HttpStatusCode.BadRequest, "POSITION_OFF_THE_GLOBE")]
    [InlineData("lat", "1e999", HttpStatusCode.BadRequest, "POSITION_OFF_THE_GLOBE")]
    [InlineData("long", "50", HttpStatusCode.BadRequest, "POSITION_OUTSIDE_DISTRICT")]
    [InlineData("description", null, HttpStatusCode.BadRequest, "DESCRIPTION_LENGTH")]
    [InlineData("description", "a\u001bb", HttpStatusCode.BadRequest, "TEXT_CONTROL_CHARACTERS")]
    [InlineData("media_url", "javascript:alert(1)", HttpStatusCode.BadRequest, "MEDIA_URL_INVALID")]
    [InlineData("jurisdiction_id", "110000", HttpStatusCode.NotFound, "JURISDICTION_UNKNOWN")]
    public async Task A_request_that_cannot_be_is_an_error_of_the_standard_and_writes_nothing(string field, string? value, HttpStatusCode status, string code)
    {
        var before = await started.District.ReadAsync<long>("SELECT count(*) FROM incident");
        var form = new Dictionary<string, string>(Good);
        form.Remove(field);
        if (value is not null)
        {
            form[field] = value;
        }

        await AssertErrorAsync(await Client.PostAsync($"{Root}/requests.json", new FormUrlEncodedContent(form)), status, code);
        var xml = await Client.PostAsync($"{Root}/requests.xml", new FormUrlEncodedContent(form));
        var error = XElement.Parse(await xml.Content.ReadAsStringAsync()).Element("error")!;
        Assert.Equal(((int)status).ToString(CultureInfo.InvariantCulture), error.Element("code")!.Value);
        Assert.StartsWith(code, error.Element("description")!.Value, StringComparison.Ordinal);
        Assert.Equal(before, await started.District.ReadAsync<long>("SELECT count(*) FROM incident"));
    }

    [Fact]
    public async Task What_is_no_form_is_a_400()
    {
        await AssertErrorAsync(await Client.PostAsync($"{Root}/requests.json", new StringContent("{}", Encoding.UTF8, "application/json")), HttpStatusCode.BadRequest, "FORM_EXPECTED");
        await AssertErrorAsync(await Client.PostAsync($"{Root}/requests.json", null), HttpStatusCode.BadRequest, "FORM_EXPECTED");
        await AssertErrorAsync(
            await Client.PostAsync($"{Root}/requests.json", new StringContent("service_code=20102&service_code=20401", Encoding.UTF8, "application/x-www-form-urlencoded")),
            HttpStatusCode.BadRequest,
            "FIELD_REPEATED");
        var many = string.Join('&', Enumerable.Range(0, 100).Select(index => $"f{index}=1"));
        await AssertErrorAsync(await Client.PostAsync($"{Root}/requests.json", new StringContent(many, Encoding.UTF8, "application/x-www-form-urlencoded")), HttpStatusCode.BadRequest, "FORM_MALFORMED");
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_a_413()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(Good) { ["description"] = new string('x', 70_000) });
        await AssertErrorAsync(await Client.PostAsync($"{Root}/requests.json", form), HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE");
    }

    [Fact]
    public async Task Fifty_simultaneous_posts_with_one_key_are_one_incident_with_one_answer()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => LiveDistrict.ReportAsync(started.Server, "同一件事", "one-key")));
        var id = Assert.Single(ids.Distinct());
        Assert.Equal(1L, await started.District.ReadAsync<long>("SELECT count(*) FROM incident WHERE description = '同一件事'"));
        Assert.Equal(1L, await started.District.ReadAsync<long>($"SELECT count(*) FROM change JOIN incident ON incident.id::text = change.entity_id WHERE incident.number = '{id}'"));
        Assert.Equal(id, await LiveDistrict.ReportAsync(started.Server, "同一件事，稍后", "one-key"));
    }

    [Fact]
    public async Task Numbers_that_are_taken_are_passed_over()
    {
        await started.District.ExecuteAsync("""
            INSERT INTO incident (id, number, class_version, class_code, source, urgency, step, description, reported_at, position)
            SELECT gen_random_uuid(), to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad((last_value + serial)::text, 6, '0'),
                '2026.1', '20102', 'desk', 'normal', 'reported', '导入', now(), ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326)
            FROM incident_number, generate_series(1, 20) AS serial
            """);
        await PostAsync(Good);
    }

    [Fact]
    public async Task Requests_are_found_by_ids_class_state_time_and_page()
    {
        var first = await PostAsync(new Dictionary<string, string>(Good) { ["service_code"] = "10101" });
        var second = await PostAsync(new Dictionary<string, string>(Good) { ["service_code"] = "10102" });
        var uuid = await started.District.ReadAsync<Guid>($"SELECT id FROM incident WHERE number = '{second}'");
        Assert.Equal([second, first], await FindAsync($"service_request_id={first},{uuid}"));
        Assert.Equal([second, first], await FindAsync("service_code=10101,10102"));
        Assert.Equal([first], await FindAsync("service_code=10101,10102&page=2&page_size=1"));
        await started.District.ExecuteAsync($"UPDATE incident SET step = 'closed', closed_at = now() WHERE number = '{first}'");
        Assert.Equal([first], await FindAsync("service_code=10101,10102&status=closed"));
        Assert.Equal([second], await FindAsync("service_code=10101,10102&status=open"));
        Assert.Equal([second, first], await FindAsync("service_code=10101,10102&status=open,closed"));
        Assert.Empty(await FindAsync("service_code=10101&end_date=2020-01-01T00:00:00Z"));
        Assert.Equal([first], await FindAsync($"service_code=10101&start_date={DateTimeOffset.UtcNow.AddHours(-1):yyyy-MM-ddTHH:mm:ss}%2B00:00"));
        Assert.Empty(await FindAsync("service_request_id=nothing"));
        var token = await JsonAsync($"tokens/{uuid}");
        Assert.Equal(second, token[0].GetProperty("service_request_id").GetString());
    }

    [Theory]
    [InlineData("requests.json?page=0", HttpStatusCode.BadRequest, "PAGE_INVALID")]
    [InlineData("requests.json?page_size=1001", HttpStatusCode.BadRequest, "PAGE_INVALID")]
    [InlineData("requests.json?page=9999999999", HttpStatusCode.BadRequest, "PAGE_INVALID")]
    [InlineData("requests.json?status=lost", HttpStatusCode.BadRequest, "STATUS_UNKNOWN")]
    [InlineData("requests.json?start_date=yesterday", HttpStatusCode.BadRequest, "TIME_MALFORMED")]
    [InlineData("requests.json?start_date=0001-01-01T00:00:00Z", HttpStatusCode.BadRequest, "TIME_MALFORMED")]
    [InlineData("requests.json?end_date=9999-12-31T23:59:59Z", HttpStatusCode.BadRequest, "TIME_MALFORMED")]
    [InlineData("requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z", HttpStatusCode.BadRequest, "SPAN_TOO_LONG")]
    [InlineData("requests.json?start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z", HttpStatusCode.BadRequest, "SPAN_TOO_LONG")]
    [InlineData("requests.json?service_request_id=%00", HttpStatusCode.BadRequest, "LIST_TOO_LONG")]
    [InlineData("requests.json?jurisdiction_id=%00", HttpStatusCode.NotFound, "JURISDICTION_UNKNOWN")]
    [InlineData("requests/19990101-000001.json", HttpStatusCode.NotFound, "REQUEST_UNKNOWN")]
    [InlineData("requests/%27;drop.json", HttpStatusCode.NotFound, "REQUEST_UNKNOWN")]
    [InlineData("tokens/none.json", HttpStatusCode.NotFound, "REQUEST_UNKNOWN")]
    public async Task A_question_that_makes_no_sense_is_an_error_of_the_standard(string path, HttpStatusCode status, string code) =>
        await AssertErrorAsync(await Client.GetAsync($"{Root}/{path}"), status, code);

    [Fact]
    public async Task Without_a_district_the_answer_is_a_503_that_says_so()
    {
        await using var empty = await TestDatabase.CreateAsync();
        await using var server = await TestServer.StartAsync(empty);
        await AssertErrorAsync(await server.Client.GetAsync($"{Root}/services.json"), HttpStatusCode.ServiceUnavailable, "PLACE_MISSING");
    }

    private async Task<string> PostAsync(Dictionary<string, string> form)
    {
        using var posted = await Client.PostAsync($"{Root}/requests.json", new FormUrlEncodedContent(form));
        var body = await posted.Content.ReadAsStringAsync();
        Assert.True(posted.StatusCode == HttpStatusCode.Created, body);
        return JsonDocument.Parse(body).RootElement[0].GetProperty("service_request_id").GetString()!;
    }

    private async Task<List<string?>> FindAsync(string query) =>
        [.. (await JsonAsync($"requests.json?{query}", "")).EnumerateArray().Select(request => request.GetProperty("service_request_id").GetString())];

    private async Task<JsonElement> JsonAsync(string path, string extension = ".json")
    {
        using var answer = await Client.GetAsync($"{Root}/{path}{extension}");
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(body).RootElement;
    }

    private async Task<XElement> XmlAsync(string path)
    {
        using var answer = await Client.GetAsync($"{Root}/{path}.xml");
        Assert.Equal("text/xml", answer.Content.Headers.ContentType?.MediaType);
        return XElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static async Task AssertErrorAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {body}");
        var error = JsonDocument.Parse(body).RootElement[0];
        Assert.Equal((int)status, error.GetProperty("code").GetInt32());
        Assert.StartsWith(code, error.GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    public sealed class Started : IAsyncLifetime
    {
        public LiveDistrict District { get; private set; } = null!;

        public TestServer Server { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            District = await LiveDistrict.CreateAsync();
            Server = await District.StartServerAsync();
        }

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            await District.DisposeAsync();
        }
    }
}
