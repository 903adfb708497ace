using System.Security.Cryptography;
using System.Text;

namespace GridMap.Database.Cluster;

/// <summary>Where a private cluster keeps its files, its socket and its book of leases.</summary>
internal sealed record ClusterLocation(string Home, string DataFolder, string SocketFolder)
{
    private const string ReachableRoot = "/var/lib/gridmap";

    /// <summary>A folder that exists on the disk of the data.</summary>
    public string Disk => DataFolder.StartsWith(Home, StringComparison.Ordinal) ? Home : "/var/lib";

    public string LogFile => Path.Combine(DataFolder, "gridmap.log");

    public string LockFile => Path.Combine(Home, "cluster.lock");

    public string LeasesFolder => Path.Combine(Home, "leases");

    public string PostmasterFile => Path.Combine(DataFolder, "postmaster.pid");

    public string VersionFile => Path.Combine(DataFolder, "PG_VERSION");

    /// <summary>
    /// The files lie in the asked folder. Root's cluster runs as another user, who may not be able to enter it (a clone under /root):
    /// then they lie under /var/lib/gridmap. A socket's path has at most 107 bytes, so it lies in a short folder of its own.
    /// </summary>
    public static async Task<ClusterLocation> ResolveAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var home = (await Shell.RunAsync(["realpath", Path.GetFullPath(folder)], cancellationToken)).Output;
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..12];
        var isReachable = !ClusterUser.IsRoot || await ClusterUser.CanEnterAsync(home, cancellationToken);
        var data = isReachable ? Path.Combine(home, "cluster") : Path.Combine(ReachableRoot, name);
        var socket = ClusterUser.IsRoot ? $"/run/gridmap-{name}" : $"/tmp/gridmap-{Environment.UserName}-{name}";
        return new ClusterLocation(home, data, socket);
    }
}
