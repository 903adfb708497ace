namespace GridMap.GraphQL.Tests.Reference.Http;

/// <summary>npm graphql-http's audits of the specification GraphQL over HTTP.</summary>
public sealed class HttpAuditTests(CountingServer server) : IClassFixture<CountingServer>
{
    [Fact]
    public async Task The_server_passes_the_audits_without_an_error_and_with_at_most_two_warnings()
    {
        var audits = await NodeScript.RunAsync("audit.mjs", server.Address.ToString());
        var statuses = audits.ToLookup(audit => audit.GetProperty("status").GetString(), audit => audit.GetRawText());
        Assert.InRange(audits.Count, 50, 100);
        Assert.Empty(statuses["error"]);
        Assert.InRange(statuses["warn"].Count(), 0, 2);
        Assert.Empty(statuses["notice"]);
    }
}
