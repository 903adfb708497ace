using System.Net;
using GridMap.Testing;

namespace GridMap.Server.Tests.Incidents.Open311;

public sealed class Open311Tests(Open311Server server) : IClassFixture<Open311Server>
{
    [Fact]
    public async Task Discovery_names_this_endpoint_with_its_formats()
    {
        var discovery = await server.JsonAsync("discovery");
        var endpoint = discovery.GetProperty("endpoints")[0];
        Assert.EndsWith(Open311Server.Root, endpoint.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("http://wiki.open311.org/GeoReport_v2", endpoint.GetProperty("specification").GetString());
        Assert.Equal(["text/xml", "application/json"], endpoint.GetProperty("formats").EnumerateArray().Select(format => format.GetString()));
        var xml = await server.XmlAsync("discovery");
        Assert.Equal("discovery", xml.Name.LocalName);
        Assert.Equal(2, xml.Element("endpoints")!.Element("endpoint")!.Element("formats")!.Elements("format").Count());
    }

    [Fact]
    public async Task Services_are_the_classes_of_the_dictionary_in_both_forms()
    {
        var services = await server.JsonAsync("services");
        Assert.Equal(61, services.GetArrayLength());
        var service = services.EnumerateArray().Single(entry => entry.GetProperty("service_code").GetString() == "20102");
        Assert.Equal("暴露垃圾", service.GetProperty("service_name").GetString());
        Assert.False(service.GetProperty("metadata").GetBoolean());
        Assert.Equal("realtime", service.GetProperty("type").GetString());
        var xml = await server.XmlAsync("services");
        Assert.Equal("services", xml.Name.LocalName);
        Assert.Equal(61, xml.Elements("service").Count());
    }

    [Fact]
    public async Task A_service_has_a_definition_and_an_unknown_one_is_a_404()
    {
        var definition = await server.JsonAsync("services/20102");
        Assert.Equal("20102", definition.GetProperty("service_code").GetString());
        Assert.Equal(0, definition.GetProperty("attributes").GetArrayLength());
        Assert.Equal("service_definition", (await server.XmlAsync("services/20102")).Name.LocalName);
        await Open311Server.AssertErrorAsync(await server.Client.GetAsync($"{Open311Server.Root}/services/00000.json"), HttpStatusCode.NotFound, "CLASS_UNKNOWN");
    }

    [Fact]
    public async Task Requests_are_found_by_ids_class_state_time_and_page()
    {
        var first = await server.PostAsync(new Dictionary<string, string>(Open311Server.Good) { ["service_code"] = "10101" });
        var second = await server.PostAsync(new Dictionary<string, string>(Open311Server.Good) { ["service_code"] = "10102" });
        var uuid = await server.District.ReadAsync<Guid>($"SELECT id FROM incident WHERE number = '{second}'");
        Assert.Equal([second, first], await server.FindAsync($"service_request_id={first},{uuid}"));
        Assert.Equal([second, first], await server.FindAsync("service_code=10101,10102"));
        Assert.Equal([first], await server.FindAsync("service_code=10101,10102&page=2&page_size=1"));
        await server.District.ExecuteAsync($"UPDATE incident SET step = 'closed', closed_at = now() WHERE number = '{first}'");
        Assert.Equal([first], await server.FindAsync("service_code=10101,10102&status=closed"));
        Assert.Equal([second], await server.FindAsync("service_code=10101,10102&status=open"));
        Assert.Equal([second, first], await server.FindAsync("service_code=10101,10102&status=open,closed"));
        Assert.Empty(await server.FindAsync("service_code=10101&end_date=2020-01-01T00:00:00Z"));
        Assert.Equal([first], await server.FindAsync($"service_code=10101&start_date={DateTimeOffset.UtcNow.AddHours(-1):yyyy-MM-ddTHH:mm:ss}%2B00:00"));
        Assert.Empty(await server.FindAsync("service_request_id=nothing"));
        var token = await server.JsonAsync($"tokens/{uuid}");
        Assert.Equal(second, token[0].GetProperty("service_request_id").GetString());
    }

    [Theory]
    [InlineData("requests.json?page=1%00", HttpStatusCode.BadRequest, "PAGE_INVALID")]
    [InlineData("requests.json?start_date=2026-01-01T00:00:00Z%00", HttpStatusCode.BadRequest, "TIME_MALFORMED")]
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
        await Open311Server.AssertErrorAsync(await server.Client.GetAsync($"{Open311Server.Root}/{path}"), status, code);

    [Fact]
    public async Task Without_a_district_the_answer_is_a_503_that_says_so()
    {
        await using var empty = await TestDatabase.CreateAsync();
        await using var server = await TestServer.StartAsync(empty);
        await Open311Server.AssertErrorAsync(await server.Client.GetAsync($"{Open311Server.Root}/services.json"), HttpStatusCode.ServiceUnavailable, "PLACE_MISSING");
    }
}
