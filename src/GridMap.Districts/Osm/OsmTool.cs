using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace GridMap.Districts.Osm;

/// <summary>What a tool said before it ended.</summary>
public sealed record OsmToolAnswer(int ExitCode, string Output, string Errors)
{
    /// <summary>The last line that names an error, else the last line.</summary>
    public string Reason
    {
        get
        {
            var lines = Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return lines.LastOrDefault(line => line.Contains("ERROR", StringComparison.OrdinalIgnoreCase)) ?? lines.LastOrDefault() ?? $"exit code {ExitCode}";
        }
    }
}

/// <summary>Runs osm2pgsql or osmium as a child that never outlives the operation.</summary>
public static class OsmTool
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Null when the tool is not installed. `progress` hears which share of the file has been read.</summary>
    public static async Task<OsmToolAnswer?> RunAsync(
        string tool,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        string file,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Describe(tool, arguments, environment) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        process.StandardInput.Close();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = WatchAsync(process, file, progress, ended.Token);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new OsmToolAnswer(process.ExitCode, await output, await errors);
        }
        finally
        {
            await EndAsync(process);
            await ended.CancelAsync();
            await watch;
        }
    }

    private static ProcessStartInfo Describe(string tool, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task EndAsync(Process process)
    {
        if (process.HasExited)
            return;

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static async Task WatchAsync(Process process, string file, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (progress is null)
            return;

        using var timer = new PeriodicTimer(ProgressInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (ShareRead(process.Id, file) is { } share)
                    progress.Report(share);
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    // The tools tell counts, not shares; the kernel tells how far into the file the child has read.
    private static double? ShareRead(int processId, string file)
    {
        try
        {
            var open = Directory.EnumerateFiles($"/proc/{processId}/fd").FirstOrDefault(link => File.ResolveLinkTarget(link, false)?.FullName == file);
            if (open is null)
                return null;

            var position = File.ReadLines($"/proc/{processId}/fdinfo/{Path.GetFileName(open)}").First(line => line.StartsWith("pos:", StringComparison.Ordinal));
            return double.Parse(position.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture) / new FileInfo(file).Length;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}
