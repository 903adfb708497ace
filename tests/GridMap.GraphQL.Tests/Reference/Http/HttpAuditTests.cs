namespace GridMap.GraphQL.Tests.Reference.Http;

/// <summary>npm graphql-http's audits of the specification GraphQL over HTTP.</summary>
public sealed class HttpAuditTests(CountingServer server) : IClassFixture<CountingServer>
{
    [Fact]
    public async Task The_server_passes_the_audits_without_an_error_and_with_at_most_two_warnings()
    {
        var audits = await NodeScript.RunAsync("audit.mjs", server.Address.ToString());
        var failed = audits.Where(audit => audit.GetProperty("status").GetString() != "ok").Select(audit => audit.GetRawText()).ToList();
        Assert.InRange(audits.Count, 50, 100);
        Assert.DoesNotContain(failed, audit => audit.Contains("\"status\":\"error\"", StringComparison.Ordinal));
        Assert.True(failed.Count <= 2, string.Join('\n', failed));
    }
}
