using System.Diagnostics;
using System.Globalization;

namespace GridMap.Districts;

/// <summary>A folder that is gone when the operation ends; those of killed processes are swept when the next one is made.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <param name="purpose">A word of its name; folders of one purpose sweep each other.</param>
    public TemporaryFolder(string purpose)
    {
        var prefix = $"gridmap-{purpose}-";
        SweepOrphans(prefix);
        Path = Directory.CreateTempSubdirectory($"{prefix}{Environment.ProcessId}-").FullName;
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static void SweepOrphans(string prefix)
    {
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), $"{prefix}*"))
        {
            var owner = System.IO.Path.GetFileName(folder)[prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, CultureInfo.InvariantCulture, out var processId) && !IsRunning(processId))
                TryDelete(folder);
        }
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Another user's folder stays: it is not ours to remove.
    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}
