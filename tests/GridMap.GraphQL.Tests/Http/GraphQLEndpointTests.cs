using System.Net.Http.Headers;
using System.Text;

namespace GridMap.GraphQL.Tests.Http;

/// <summary>GraphQL over HTTP: which status and which media type answers what.</summary>
public sealed class GraphQLEndpointTests : IAsyncLifetime
{
    private const string New = "application/graphql-response+json";
    private const string Old = "application/json";

    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("""{"query":"{ greeting }"}""", 200, 200)]
    [InlineData("""{"query":"{ fault }"}""", 200, 200)]
    [InlineData("""{"query":"{ sure }"}""", 200, 200)]
    [InlineData("""{"query":"{ greeting"}""", 400, 200)]
    [InlineData("""{"query":""}""", 400, 200)]
    [InlineData("""{"query":"{ unknown }"}""", 400, 200)]
    [InlineData("""{"query":"query ($n: Int!) { items(first: $n) { total } }"}""", 400, 200)]
    [InlineData("""{"query":"query A { greeting } query B { greeting }"}""", 400, 200)]
    [InlineData("""{"query":"query A { greeting }","operationName":"B"}""", 400, 200)]
    [InlineData("""{"query":"subscription { endless }"}""", 400, 200)]
    [InlineData("""{"query":"{ greeting }" """, 400, 400)]
    [InlineData("""{}""", 400, 400)]
    [InlineData("""{"query":1}""", 400, 400)]
    [InlineData("""{"query":"{ greeting }","variables":[]}""", 400, 400)]
    public async Task The_status_tells_of_request_errors_only_in_the_new_media_type(string body, int asNew, int asOld)
    {
        var (newer, older) = (await _api.PostAsync(body, accept: New), await _api.PostAsync(body, accept: Old));
        Assert.Equal((asNew, New + "; charset=utf-8"), (newer.Status, newer.ContentType));
        Assert.Equal((asOld, Old + "; charset=utf-8"), (older.Status, older.ContentType));
        Assert.Equal(newer.Text, older.Text);
    }

    [Theory]
    [InlineData(null, New)]
    [InlineData("*/*", New)]
    [InlineData("application/*", New)]
    [InlineData("application/json", Old)]
    [InlineData("application/json, application/graphql-response+json", New)]
    [InlineData("application/graphql-response+json;q=0.5, application/json", Old)]
    [InlineData("text/html, application/json;q=0.1", Old)]
    [InlineData("application/json; charset=utf-8", Old)]
    [InlineData("*/*;q=0.1, application/graphql-response+json;q=0", Old)]
    public async Task The_media_type_is_the_one_the_client_likes_best(string? accept, string answered) =>
        Assert.Equal(answered + "; charset=utf-8", (await _api.PostAsync("""{"query":"{ greeting }"}""", accept: accept)).ContentType);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml, image/*")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=gb18030")]
    [InlineData("no media type at all")]
    public async Task A_client_that_takes_nothing_we_have_gets_406(string accept)
    {
        var answer = await _api.PostAsync("""{"query":"{ greeting }"}""", accept: accept);
        Assert.Equal((406, "NOT_ACCEPTABLE"), (answer.Status, answer.Codes));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_that_is_not_JSON_in_UTF8_gets_415(string? contentType)
    {
        var answer = await _api.PostAsync("""{"query":"{ greeting }"}""", contentType);
        Assert.Equal((415, "UNSUPPORTED_MEDIA_TYPE"), (answer.Status, answer.Codes));
    }

    [Fact]
    public async Task A_compressed_body_gets_415() =>
        Assert.Equal(415, (await _api.PostAsync("{}", headers: ("Content-Encoding", "gzip"))).Status);

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_get_405_and_are_told_which_there_are(string method)
    {
        var answer = await _api.SendAsync(new HttpRequestMessage(new HttpMethod(method), _api.Address));
        Assert.Equal((405, "METHOD_NOT_ALLOWED", "GET, POST"), (answer.Status, answer.Codes, answer.Headers["Allow"]));
    }

    [Theory]
    [InlineData(New)]
    [InlineData(Old)]
    public async Task A_mutation_by_GET_gets_405_and_does_not_run(string accept)
    {
        var before = TestSchema.Added;
        var answer = await _api.GetAsync("query=mutation{add(value:1)}", accept);
        Assert.Equal((405, "METHOD_NOT_ALLOWED", "POST"), (answer.Status, answer.Codes, answer.Headers["Allow"]));
        Assert.Equal(before, TestSchema.Added);
    }

    [Fact]
    public async Task A_query_by_GET_has_its_parameters_in_the_address()
    {
        var query = Uri.EscapeDataString("query A($name: String) { greeting(name: $name) } query B { item { name } }");
        var answer = await _api.GetAsync($"query={query}&operationName=A&variables={Uri.EscapeDataString("""{"name":"网格"}""")}");
        Assert.Equal((200, """{"greeting":"hello 网格"}"""), (answer.Status, answer.Data));
    }

    [Theory]
    [InlineData("", "QUERY_MISSING")]
    [InlineData("query={greeting}&query={greeting}", "REQUEST_MALFORMED")]
    [InlineData("query={greeting}&variables=[1]", "REQUEST_MALFORMED")]
    [InlineData("query={greeting}&variables={", "REQUEST_MALFORMED")]
    [InlineData("query={greeting}&extensions=1", "REQUEST_MALFORMED")]
    [InlineData("query={greeting}&extensions={%22persistedQuery%22:1}", "REQUEST_MALFORMED")]
    public async Task Parameters_that_make_no_sense_get_400(string parameters, string code)
    {
        var answer = await _api.GetAsync(parameters, Old);
        Assert.Equal((400, code), (answer.Status, answer.Codes));
    }

    [Fact]
    public async Task Variables_of_a_GET_are_not_called_a_body() =>
        Assert.DoesNotContain("body", (await _api.GetAsync("query={greeting}&variables={")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_mutation_by_POST_runs() => Assert.Equal("""{"add":3}""", (await _api.AskAsync("mutation { add(value: 3) }")).Data);

    [Fact]
    public async Task No_answer_is_kept_by_caches_and_every_one_knows_its_length()
    {
        var answer = await _api.GetAsync("query={greeting}");
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        Assert.Equal("Accept", answer.Headers["Vary"]);
        Assert.Equal(Encoding.UTF8.GetByteCount(answer.Text).ToString(System.Globalization.CultureInfo.InvariantCulture), answer.Headers["Content-Length"]);
    }

    [Fact]
    public async Task A_fault_is_logged_and_not_told()
    {
        var answer = await _api.AskAsync("{ fault }");
        Assert.Equal(200, answer.Status);
        Assert.Contains("Unexpected execution error", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.Contains(_api.Faults.Entries, entry => entry.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_is_sent_to_the_explorer()
    {
        await using var api = await TestApi.StartAsync(options => options.ExplorerPath = "/elsewhere");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("text/html"));
        var answer = await browser.GetAsync(api.Address);
        Assert.Equal((302, "/elsewhere"), ((int)answer.StatusCode, answer.Headers.Location?.ToString()));
    }
}
