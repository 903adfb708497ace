using System.Net.Sockets;
using System.Text;

namespace GridMap.GraphQL.Tests.Http;

/// <summary>What strangers send to break in or to break it: refused with a code, never a fault, and the next request is answered.</summary>
public sealed class HostileRequestsTests : IAsyncLifetime
{
    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    public static TheoryData<string> Bodies =>
    [
        "", " ", "\0", "null", "1", "true", "\"text\"", "{", "{}}", "{\"query\"}", "{\"query\":}", "[", "'{}'", "{query:1}", "{\"query\":\"{ greeting }\",}",
        "/* comment */ {}", "{\"query\":null}", "{\"query\":[]}", "{\"query\":{}}", "{\"query\":\"{ greeting }\",\"operationName\":1}",
        "{\"query\":\"{ greeting }\",\"extensions\":\"x\"}", "{\"query\":\"{ greeting }\",\"query\":\"{ item { name } }\"}",
        "{\"query\":\"{ greeting }\",\"variables\":{\"a\":1,\"a\":2}}", "{\"query\":\"{ greeting }\",\"variables\":{\"a\":\"\\ud800\"}}",
        "{\"query\":\"\\udc00\"}", "{\"query\":\"{ greeting }\",\"variables\":" + new string('[', 5000) + new string(']', 5000) + "}",
        "{\"documentId\":1}", "{\"documentId\":\"\"}", "{\"extensions\":{\"persistedQuery\":{}}}", "{\"extensions\":{\"persistedQuery\":null}}",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_makes_no_sense_gets_400(string body)
    {
        var answer = await _api.PostAsync(body);
        Assert.Equal(400, answer.Status);
        Assert.NotEmpty(answer.Codes);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
        await AnswersAsync();
    }

    [Theory]
    [InlineData(new byte[] { 0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    public async Task A_body_that_is_not_UTF8_gets_400(byte[] body)
    {
        var answer = await _api.PostAsync(new ByteArrayContent(body));
        Assert.Equal((400, "REQUEST_MALFORMED"), (answer.Status, answer.Codes));
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over() =>
        Assert.Equal(200, (await _api.PostAsync("\uFEFF{\"query\":\"{ greeting }\"}")).Status);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_gets_413_whether_it_tells_its_length_or_not(bool tellsLength)
    {
        var body = new byte[600 * 1024];
        Array.Fill(body, (byte)' ');
        HttpContent content = tellsLength ? new ByteArrayContent(body) : new StreamContent(new Trickle(body));
        var answer = await _api.PostAsync(content);
        Assert.Equal((413, "BODY_TOO_LARGE"), (answer.Status, answer.Codes));
        await AnswersAsync();
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_is_no_fault()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(_api.Address.Host, _api.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"query\""));
        }

        await AnswersAsync();
        await _api.StopAsync();
        Assert.Empty(_api.Faults.Entries);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task More_than_one_request_at_a_time_is_taken_only_where_that_is_allowed(int limit)
    {
        await using var api = await TestApi.StartAsync(options => options.MaxBatchSize = limit);
        var answer = await api.PostAsync("""[{"query":"{ greeting }"},{"query":"{ unknown }"},{"query":"subscription { endless }"}]""");
        var expected = limit switch { 0 => "BATCHING_DISABLED", 2 => "BATCH_TOO_LARGE", _ => "" };
        Assert.Equal(limit == 3 ? 200 : 400, answer.Status);
        Assert.Equal(expected, limit == 3 ? "" : answer.Codes);
        if (limit == 3)
        {
            Assert.Equal("hello world", answer.Json[0].GetProperty("data").GetProperty("greeting").GetString());
            Assert.Equal("GRAPHQL_VALIDATION_FAILED", answer.Json[1].GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
            Assert.Equal("SUBSCRIPTION_TRANSPORT_REQUIRED", answer.Json[2].GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        }
    }

    [Theory]
    [InlineData("[]", "REQUEST_MALFORMED")]
    [InlineData("[1]", "REQUEST_MALFORMED")]
    [InlineData("[[]]", "REQUEST_MALFORMED")]
    public async Task A_batch_of_nothing_is_refused(string body, string code)
    {
        await using var api = await TestApi.StartAsync(options => options.MaxBatchSize = 5);
        var answer = await api.PostAsync(body);
        Assert.Equal((400, code), (answer.Status, answer.Codes));
    }

    [Theory]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ greeting(name: \\\"\\u0000", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query ($n: Int) { greeting(name: $n) }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query ($n: Int!) { items(first: $n) { total } }", "INVALID_VARIABLE")]
    [InlineData("fragment F on Item { name }", "GRAPHQL_VALIDATION_FAILED OPERATION_NOT_FOUND")]
    [InlineData("query A { greeting } query B { greeting }", "OPERATION_NOT_FOUND")]
    public async Task Errors_of_the_engine_have_a_code_and_a_remedy_in_Chinese(string query, string codes) =>
        Assert.Contains((await _api.PostAsync($$"""{"query":"{{query}}"}""")).Codes.Split(' ')[0], codes, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"n":"1"}""")]
    [InlineData("""{"n":1.5}""")]
    [InlineData("""{"n":99999999999}""")]
    [InlineData("""{"n":null}""")]
    [InlineData("""{"n":{}}""")]
    public async Task Wrong_variables_are_told(string variables)
    {
        var answer = await _api.PostAsync($$"""{"query":"query ($n: Int!) { items(first: $n) { total } }","variables":{{variables}}}""");
        Assert.Equal((400, "INVALID_VARIABLE"), (answer.Status, answer.Codes));
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/graphql-response+json", 503)]
    public async Task What_takes_too_long_is_given_up(string accept, int status)
    {
        await using var api = await TestApi.StartAsync(options => options.ExecutionTimeout = TimeSpan.FromMilliseconds(20));
        var answer = await api.PostAsync("""{"query":"{ endless greeting }"}""", accept: accept);
        Assert.Equal((status, "EXECUTION_TIMEOUT"), (answer.Status, answer.Codes));
    }

    private async Task AnswersAsync() => Assert.Equal(200, (await _api.AskAsync("{ greeting }")).Status);

    /// <summary>Gives its bytes bit by bit and does not tell how many there are.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1000)]);
    }
}
