using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using GridMap.Server.Tests.Live;

namespace GridMap.Server.Tests.Incidents.Open311;

public sealed class PostServiceRequestTests(Open311Server server) : IClassFixture<Open311Server>
{
    [Fact]
    public async Task A_posted_request_comes_back_by_its_id_without_its_reporter()
    {
        var form = new Dictionary<string, string>(Open311Server.Good)
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
        using var posted = await server.Client.PostAsync($"{Open311Server.Root}/requests.json", new FormUrlEncodedContent(form));
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        var accepted = JsonDocument.Parse(await posted.Content.ReadAsStringAsync()).RootElement[0];
        Assert.Equal(JsonValueKind.Null, accepted.GetProperty("service_notice").ValueKind);
        Assert.Equal(JsonValueKind.Null, accepted.GetProperty("account_id").ValueKind);
        var id = accepted.GetProperty("service_request_id").GetString()!;
        Assert.Matches("^[0-9]{8}-[0-9]{6}$", id);

        var text = await server.Client.GetStringAsync($"{Open311Server.Root}/requests/{id}.json");
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

        var xml = (await server.XmlAsync($"requests/{id}")).Element("request")!;
        Assert.Equal("和平路 3 号 <北侧> & 对面", xml.Element("address")!.Value);
        Assert.Equal("40.005", xml.Element("lat")!.Value);
        Assert.Equal("secret@example.org 13800001234 王 秘密", await server.District.ReadAsync<string>(
            $"SELECT concat_ws(' ', reporter_email, reporter_phone, reporter_name) FROM incident WHERE number = '{id}'"));
    }

    [Fact]
    public async Task A_request_may_come_as_multipart_and_be_answered_in_xml()
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Open311Server.Good)
        {
            form.Add(new StringContent(value, Encoding.UTF8), name);
        }

        using var posted = await server.Client.PostAsync($"{Open311Server.Root}/requests.xml", form);
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        Assert.Equal("text/xml", posted.Content.Headers.ContentType?.MediaType);
        var answer = XElement.Parse(await posted.Content.ReadAsStringAsync());
        Assert.Equal("service_requests", answer.Name.LocalName);
        Assert.NotEmpty(answer.Element("request")!.Element("service_request_id")!.Value);
    }

    [Fact]
    public async Task An_incident_is_written_whole_with_its_grid_its_first_step_and_its_change()
    {
        var id = await server.PostAsync(new Dictionary<string, string>(Open311Server.Good) { ["long"] = "113.015" });
        Assert.Equal("12 reported open311 reported 1 normal t", await server.District.ReadAsync<string>($"""
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
        var before = await server.District.ReadAsync<long>("SELECT count(*) FROM incident");
        var form = new Dictionary<string, string>(Open311Server.Good);
        form.Remove(field);
        if (value is not null)
        {
            form[field] = value;
        }

        await Open311Server.AssertErrorAsync(await server.Client.PostAsync($"{Open311Server.Root}/requests.json", new FormUrlEncodedContent(form)), status, code);
        var xml = await server.Client.PostAsync($"{Open311Server.Root}/requests.xml", new FormUrlEncodedContent(form));
        var error = XElement.Parse(await xml.Content.ReadAsStringAsync()).Element("error")!;
        Assert.Equal(((int)status).ToString(CultureInfo.InvariantCulture), error.Element("code")!.Value);
        Assert.StartsWith(code, error.Element("description")!.Value, StringComparison.Ordinal);
        Assert.Equal(before, await server.District.ReadAsync<long>("SELECT count(*) FROM incident"));
    }

    [Fact]
    public async Task What_is_no_form_is_a_400()
    {
        await Open311Server.AssertErrorAsync(await server.Client.PostAsync($"{Open311Server.Root}/requests.json", new StringContent("{}", Encoding.UTF8, "application/json")), HttpStatusCode.BadRequest, "FORM_EXPECTED");
        await Open311Server.AssertErrorAsync(await server.Client.PostAsync($"{Open311Server.Root}/requests.json", null), HttpStatusCode.BadRequest, "FORM_EXPECTED");
        await Open311Server.AssertErrorAsync(
            await server.Client.PostAsync($"{Open311Server.Root}/requests.json", new StringContent("service_code=20102&service_code=20401", Encoding.UTF8, "application/x-www-form-urlencoded")),
            HttpStatusCode.BadRequest,
            "FIELD_REPEATED");
        var many = string.Join('&', Enumerable.Range(0, 100).Select(index => $"f{index}=1"));
        await Open311Server.AssertErrorAsync(await server.Client.PostAsync($"{Open311Server.Root}/requests.json", new StringContent(many, Encoding.UTF8, "application/x-www-form-urlencoded")), HttpStatusCode.BadRequest, "FORM_MALFORMED");
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"lat\"\r\n\r\n40.005")]
    [InlineData("multipart/form-data; boundary=x", "no part at all")]
    [InlineData("multipart/form-data", "--x--")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "service_code=20102")]
    public async Task A_form_that_breaks_off_or_comes_in_an_encoding_of_its_own_is_a_400(string contentType, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        await Open311Server.AssertErrorAsync(await server.Client.PostAsync($"{Open311Server.Root}/requests.json", content), HttpStatusCode.BadRequest, "FORM_MALFORMED");
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_a_413()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(Open311Server.Good) { ["description"] = new string('x', 70_000) });
        await Open311Server.AssertErrorAsync(await server.Client.PostAsync($"{Open311Server.Root}/requests.json", form), HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE");
    }

    [Fact]
    public async Task Fifty_simultaneous_posts_with_one_key_are_one_incident_with_one_answer()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => LiveDistrict.ReportAsync(server.Server, "同一件事", "one-key")));
        var id = Assert.Single(ids.Distinct());
        Assert.Equal(1L, await server.District.ReadAsync<long>("SELECT count(*) FROM incident WHERE description = '同一件事'"));
        Assert.Equal(1L, await server.District.ReadAsync<long>($"SELECT count(*) FROM change JOIN incident ON incident.id::text = change.entity_id WHERE incident.number = '{id}'"));
        Assert.Equal(id, await LiveDistrict.ReportAsync(server.Server, "同一件事", "one-key"));

        using var another = new HttpRequestMessage(HttpMethod.Post, "/open311/v2/requests.json") { Content = LiveDistrict.Form("另一件事") };
        another.Headers.Add("Idempotency-Key", "one-key");
        using var answer = await server.Server.Client.SendAsync(another);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("IDEMPOTENCY_KEY_REUSED", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_that_are_taken_are_passed_over()
    {
        await server.District.ExecuteAsync("""
            INSERT INTO incident (id, number, class_version, class_code, source, urgency, step, description, reported_at, position)
            SELECT gen_random_uuid(), to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad((last_value + serial)::text, 6, '0'),
                '2026.1', '20102', 'desk', 'normal', 'reported', '导入', now(), ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326)
            FROM incident_number, generate_series(1, 20) AS serial
            """);
        await server.PostAsync(Open311Server.Good);
    }
}
