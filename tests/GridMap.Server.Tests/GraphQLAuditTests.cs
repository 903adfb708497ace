using System.Diagnostics;
using GridMap.Testing;

namespace GridMap.Server.Tests;

/// <summary>npm graphql-http's audits of the specification GraphQL over HTTP, of the whole server.</summary>
[Collection(nameof(SmallDistrict))]
public sealed class GraphQLAuditTests(SmallDistrict district)
{
    [Fact]
    public async Task The_server_passes_the_audits_without_an_error_and_with_at_most_two_warnings()
    {
        var audits = await AuditAsync(new Uri(district.Server.Address, "/graphql"), district.Server.Client);
        var warnings = audits.Where(audit => audit.Contains("\"status\":\"warn\"", StringComparison.Ordinal)).ToList();
        Assert.InRange(audits.Count, 50, 100);
        Assert.DoesNotContain(audits, audit => audit.Contains("\"status\":\"error\"", StringComparison.Ordinal));
        Assert.True(warnings.Count <= 2, string.Join('\n', warnings));
    }

    /// <summary>One line of JSON for each audit; asked with the headers of a client that is signed in.</summary>
    private static async Task<IReadOnlyList<string>> AuditAsync(Uri address, HttpClient client)
    {
        var headers = client.DefaultRequestHeaders.Select(header => $"{header.Key}={string.Join(", ", header.Value)}");
        using var time = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var start = new ProcessStartInfo("node", ["audit.mjs", address.ToString(), .. headers])
        {
            WorkingDirectory = Path.Combine(WorkingCopy.Find(), "tests", "graphql-reference"),
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("Node does not start.");
        var output = await node.StandardOutput.ReadToEndAsync(time.Token);
        await node.WaitForExitAsync(time.Token);
        Assert.True(node.ExitCode == 0, "The audits did not end well: are their packages there (scripts/setup --for-tests)?");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
