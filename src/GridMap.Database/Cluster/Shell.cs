using System.Diagnostics;

namespace GridMap.Database.Cluster;

/// <summary>What a finished program said.</summary>
internal sealed record Outcome(int ExitCode, string Output)
{
    public bool Failed => ExitCode != 0;
}

/// <summary>Runs a program to its end, from a folder that every user may enter.</summary>
internal static class Shell
{
    public static async Task<Outcome> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Messages are read by this program.
            Environment = { ["LC_ALL"] = "C" },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new Outcome(process.ExitCode, (await output + await errors).Trim());
    }
}
