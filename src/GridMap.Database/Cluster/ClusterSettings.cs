namespace GridMap.Database.Cluster;

/// <summary>Where the private cluster lives and what it may need. The port only names its socket: it never listens on a network.</summary>
public sealed record ClusterSettings(string Folder, int Port = 5432)
{
    /// <summary>Below this much free disk the cluster is not started: it would stop in the middle of a write.</summary>
    public long MinimumFreeBytes { get; init; } = 1L << 30;

    /// <summary>Debian's folder of PostgreSQL versions: `15/bin/pg_ctl` lies in it.</summary>
    public string VersionsFolder { get; init; } = "/usr/lib/postgresql";

    /// <summary>Debian's folder of extensions: `15/extension/postgis.control` lies in it.</summary>
    public string SharesFolder { get; init; } = "/usr/share/postgresql";

    public string DatabaseName { get; init; } = "gridmap";
}
