using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GridMap.GraphQL.Http;
using GridMap.GraphQL.Http.Documents;

namespace GridMap.GraphQL.Tests.Http.Documents;

/// <summary>Documents known before any request, and a server that runs no others.</summary>
public sealed class TrustedDocumentsTests : IDisposable
{
    private const string Known = "query Known($name: String) { greeting(name: $name) }";
    private const string Deep = "{ item { item { item { item { name } } } } }";

    private readonly string _file = Path.GetTempFileName();

    public TrustedDocumentsTests() => File.WriteAllText(_file, JsonSerializer.Serialize(new[] { Known, Deep }.ToDictionary(HashOf)));

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_trusted_document_runs_by_its_identifier()
    {
        await using var api = await TestApi.StartAsync(TrustedOnly);
        var answer = await api.PostAsync($$$"""{"documentId":"sha256:{{{HashOf(Known)}}}","variables":{"name":"you"}}""");
        Assert.Equal((200, """{"greeting":"hello you"}"""), (answer.Status, answer.Data));
        Assert.Equal(200, (await api.GetAsync($"documentId=sha256:{HashOf(Known)}")).Status);
    }

    [Fact]
    public async Task It_runs_as_Apollos_clients_ask_for_it()
    {
        await using var api = await TestApi.StartAsync(TrustedOnly);
        var extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{HashOf(Known).ToUpperInvariant()}}}"}}""";
        Assert.Equal(200, (await api.PostAsync("{\"extensions\":" + extensions + "}")).Status);
        Assert.Equal(200, (await api.GetAsync($"extensions={Uri.EscapeDataString(extensions)}")).Status);
    }

    [Fact]
    public async Task It_runs_on_a_socket()
    {
        await using var api = await TestApi.StartAsync(TrustedOnly);
        using var socket = await api.BeginAsync();
        await socket.SendAsync($$$"""{"id":"a","type":"subscribe","payload":{"documentId":"sha256:{{{HashOf(Known)}}}"}}""");
        Assert.Equal("""{"id":"a","type":"next","payload":{"data":{"greeting":"hello world"}}}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task It_is_above_the_limits_for_strangers()
    {
        await using var api = await TestApi.StartAsync(options =>
        {
            options.TrustedDocumentsFile = _file;
            options.Limits = new() { MaxDepth = 2 };
        });
        Assert.Equal(200, (await api.PostAsync($$"""{"documentId":"sha256:{{HashOf(Deep)}}"}""")).Status);
        Assert.Equal("DEPTH_EXCEEDED", (await api.AskAsync(Deep)).Codes);
    }

    [Theory]
    [InlineData("""{"query":"{ greeting }"}""", "AD_HOC_OPERATIONS_DISABLED")]
    [InlineData("""{"documentId":"sha256:0000"}""", "PERSISTED_QUERY_NOT_FOUND")]
    [InlineData("""{"documentId":"unknown"}""", "PERSISTED_QUERY_NOT_FOUND")]
    [InlineData("""{"documentId":"sha256:0000","query":"{ greeting }"}""", "DOCUMENT_ID_MISMATCH")]
    public async Task Where_only_trusted_documents_run_nothing_else_does(string body, string code)
    {
        await using var api = await TestApi.StartAsync(TrustedOnly);
        var answer = await api.PostAsync(body);
        Assert.Equal((400, code), (answer.Status, answer.Codes));
    }

    [Fact]
    public async Task A_document_with_its_own_hash_does_not_become_trusted()
    {
        await using var api = await TestApi.StartAsync(TrustedOnly);
        var body = $$"""{"documentId":"sha256:{{HashOf("{ greeting }")}}","query":"{ greeting }"}""";
        Assert.Equal("AD_HOC_OPERATIONS_DISABLED", (await api.PostAsync(body)).Codes);
        Assert.Equal("AD_HOC_OPERATIONS_DISABLED", (await api.PostAsync(body)).Codes);
    }

    [Fact]
    public void A_hash_that_is_not_its_documents_is_found_at_start()
    {
        File.WriteAllText(_file, $$"""{"{{HashOf(Known)}}":"{ greeting }"}""");
        Assert.Throws<InvalidDataException>(() => TrustedDocuments.Load(_file));
    }

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private void TrustedOnly(GraphQLHttpOptions options) => (options.TrustedDocumentsFile, options.AllowsAdHocOperations) = (_file, false);
}
