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
        var audits = await AuditAsync(new Uri(district.Server.Address, "/graphql"));
        var failed = audits.Where(audit => !audit.Contains("\"status\":\"ok\"", StringComparison.Ordinal)).ToList();
        Assert.InRange(audits.Count, 50, 100);
        Assert.DoesNotContain(failed, audit => audit.Contains("\"status\":\"error\"", StringComparison.Ordinal));
        Assert.True(failed.Count <= 2, string.Join('\n', failed));
    }

    /// <summary>One line of JSON for each audit.</summary>
    private static async Task<IReadOnlyList<string>> AuditAsync(Uri address)
    {
        using var time = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var start = new ProcessStartInfo("node", ["audit.mjs", address.ToString()])
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
