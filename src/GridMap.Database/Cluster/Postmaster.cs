using System.Globalization;

namespace GridMap.Database.Cluster;

/// <summary>The running PostgreSQL of a data folder, read from its own pid file.</summary>
internal sealed record Postmaster(int ProcessId, int Port, string SocketFolder)
{
    private const int WorkerPatience = 150;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Null when nothing runs there, whatever a killed server left behind.</summary>
    public static Postmaster? Find(ClusterLocation location)
    {
        if (!File.Exists(location.PostmasterFile))
        {
            return null;
        }

        // Lines: process id, data folder, start time, port, socket folder …
        var lines = File.ReadAllLines(location.PostmasterFile);
        if (lines.Length < 5 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var processId) || !IsPostgresOf(processId, location.DataFolder))
        {
            return null;
        }

        return new Postmaster(processId, int.Parse(lines[3], CultureInfo.InvariantCulture), lines[4]);
    }

    /// <summary>
    /// PostgreSQL refuses to start when a stale lock file names a process that lives, though the number now belongs to someone else.
    /// The file of the data folder is removed only when no process works in that folder, so two servers can never share it.
    /// </summary>
    public static async Task RemoveStaleLocksAsync(ClusterLocation location, int port, CancellationToken cancellationToken)
    {
        var socketLock = Path.Combine(location.SocketFolder, $".s.PGSQL.{port}.lock");
        // The workers of a killed server notice within a moment and leave.
        for (var tries = 0; WorkersOf(location.DataFolder).Any(); tries++)
        {
            if (tries == WorkerPatience)
            {
                return;
            }

            await Task.Delay(Pause, cancellationToken);
        }

        File.Delete(location.PostmasterFile);
        if (Directory.Exists(location.SocketFolder))
        {
            File.Delete(socketLock);
            File.Delete(Path.ChangeExtension(socketLock, null));
        }
    }

    /// <summary>Every process of PostgreSQL has its data folder as working folder.</summary>
    private static IEnumerable<int> WorkersOf(string dataFolder) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var processId) ? processId : 0)
        .Where(processId => processId > 0 && IsPostgresOf(processId, dataFolder));

    private static bool IsPostgresOf(int processId, string dataFolder)
    {
        try
        {
            return new FileInfo($"/proc/{processId}/cwd").LinkTarget == dataFolder;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
