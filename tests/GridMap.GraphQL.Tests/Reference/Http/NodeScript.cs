using System.Diagnostics;
using System.Text.Json;

namespace GridMap.GraphQL.Tests.Reference.Http;

/// <summary>Runs a script of tests/graphql-reference that prints one JSON object a line.</summary>
public static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<JsonElement>> RunAsync(string script, params string[] arguments)
    {
        using var time = new CancellationTokenSource(Patience);
        var start = new ProcessStartInfo("node", [script, .. arguments]) { WorkingDirectory = ReferenceProcess.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("Node does not start.");
        try
        {
            var faults = node.StandardError.ReadToEndAsync(time.Token);
            var output = await node.StandardOutput.ReadToEndAsync(time.Token);
            await node.WaitForExitAsync(time.Token);
            Assert.True(node.ExitCode == 0, await faults);
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        }
        finally
        {
            node.Kill();
        }
    }
}
