using GridMap.Core;

namespace GridMap.Database.Cluster;

/// <summary>Starts and stops the PostgreSQL of a private cluster.</summary>
internal static class ClusterServer
{
    // Long enough for the recovery of a killed server.
    private const string StartSeconds = "180";
    private const string StopSeconds = "60";

    private const string SharedMemoryFolder = "/dev/shm";

    public static async Task<Refusal?> FindStartRefusalAsync(
        ClusterLocation location, PostgresBinaries binaries, int port, CancellationToken cancellationToken)
    {
        if (!await ClusterUser.MakeFolderAsync(location.SocketFolder, cancellationToken))
        {
            return ClusterRefusals.FolderForeign(location.SocketFolder);
        }

        await Postmaster.RemoveStaleLocksAsync(location, port, cancellationToken);
        await Shell.RunAsync(["rm", "-f", location.LogFile], cancellationToken);
        string[] options = ["-D", location.DataFolder, "-l", location.LogFile, "-w", "-t", StartSeconds, "-s", "-o", Options(location, port)];
        var started = await Shell.RunAsync(ClusterUser.As([binaries.PgCtl, "start", .. options]), cancellationToken);
        if (!started.Failed)
        {
            return null;
        }

        var log = await Shell.RunAsync(ClusterUser.As("tail", "-n", "20", location.LogFile), cancellationToken);
        return ClusterRefusals.Translate(started.Output + "\n" + log.Output, location.DataFolder);
    }

    public static async Task<Refusal?> FindStopRefusalAsync(ClusterLocation location, PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        string[] options = ["-D", location.DataFolder, "-m", "fast", "-w", "-t", StopSeconds, "-s"];
        var stopped = await Shell.RunAsync(ClusterUser.As([binaries.PgCtl, "stop", .. options]), cancellationToken);
        if (stopped.Failed)
        {
            return ClusterRefusals.Failed(stopped.Output);
        }

        await Shell.RunAsync(["rm", "-rf", location.SocketFolder], cancellationToken);
        return null;
    }

    private static string Options(ClusterLocation location, int port)
    {
        var sharedMemoryBytes = Directory.Exists(SharedMemoryFolder) ? new DriveInfo(SharedMemoryFolder).TotalSize : 0;
        var settings = ClusterTuning.For(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, sharedMemoryBytes);
        return string.Join(' ', settings.Select(setting => $"-c {setting}")) + $" -k {location.SocketFolder} -p {port}";
    }
}
