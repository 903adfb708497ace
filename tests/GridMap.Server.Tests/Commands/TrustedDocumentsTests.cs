using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GridMap.Testing;

namespace GridMap.Server.Tests.Commands;

public sealed class TrustedDocumentsTests : IAsyncLifetime
{
    private const string Document = "query ($id: ID!) { area(id: $id) { id } }";

    private readonly DirectoryInfo _web = Directory.CreateTempSubdirectory("gridmap-web-");
    private TestDatabase _database = null!;

    private static string Id => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)))}";

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _web.Delete(recursive: true);
    }

    [Fact]
    public async Task What_the_dashboard_asks_is_known_by_the_file_beside_it()
    {
        await WriteAsync(new Dictionary<string, string> { [Id] = Document });
        await using var server = await TestServer.StartAsync(_database, webFolder: _web.FullName);
        Assert.Equal("""{"data":{"area":null}}""", await AskAsync(server.Client, Id));
        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", await AskAsync(server.Client, "sha256:00"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_dashboard_no_document_is_known()
    {
        await using var server = await TestServer.StartAsync(_database, webFolder: _web.FullName);
        Assert.Contains("PERSISTED_QUERY_NOT_FOUND", await AskAsync(server.Client, Id), StringComparison.Ordinal);
    }

    private Task WriteAsync(Dictionary<string, string> manifest) =>
        File.WriteAllTextAsync(Path.Combine(_web.FullName, "trusted-documents.json"), JsonSerializer.Serialize(manifest));

    private static async Task<string> AskAsync(HttpClient client, string documentId)
    {
        var answer = await client.PostAsJsonAsync("/graphql", new { documentId, variables = new { id = "1" } });
        return await answer.Content.ReadAsStringAsync();
    }
}
