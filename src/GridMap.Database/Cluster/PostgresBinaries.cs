using System.Globalization;
using GridMap.Core;

namespace GridMap.Database.Cluster;

/// <summary>The programs of one PostgreSQL version that also has PostGIS.</summary>
internal sealed record PostgresBinaries(int Major, string Folder)
{
    public string Initdb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>The version an existing cluster was made with, else the newest one with PostGIS.</summary>
    public static Result<PostgresBinaries> Find(ClusterSettings settings, int? madeWith)
    {
        var installed = Installed(settings.VersionsFolder);
        if (installed.Count == 0)
        {
            return new Refusal(
                "POSTGRES_MISSING",
                "PostgreSQL is not installed: run scripts/setup, or apt-get install postgresql-15 postgresql-15-postgis-3, or set GRIDMAP_DATABASE.",
                "未安装 PostgreSQL：请运行 scripts/setup，或执行 apt-get install postgresql-15 postgresql-15-postgis-3，或设置 GRIDMAP_DATABASE。");
        }

        if (madeWith is { } major && installed.All(binaries => binaries.Major != major))
        {
            return new Refusal(
                "CLUSTER_OTHER_VERSION",
                $"The private cluster was made with PostgreSQL {major}, which is not installed: install postgresql-{major}, or start afresh in another GRIDMAP_DATA.",
                $"私有数据库由 PostgreSQL {major} 创建，而该版本未安装：请安装 postgresql-{major}，或换用新的 GRIDMAP_DATA 目录。");
        }

        var fit = installed.Where(binaries => (madeWith ?? binaries.Major) == binaries.Major && HasPostGis(settings.SharesFolder, binaries.Major)).ToList();
        return fit.Count > 0 ? fit[0] : new Refusal(
            "POSTGIS_MISSING",
            $"PostGIS is not installed for PostgreSQL {installed[0].Major}: run scripts/setup, or apt-get install postgresql-{installed[0].Major}-postgis-3.",
            $"PostgreSQL {installed[0].Major} 未安装 PostGIS：请运行 scripts/setup，或执行 apt-get install postgresql-{installed[0].Major}-postgis-3。");
    }

    private static List<PostgresBinaries> Installed(string versionsFolder) => !Directory.Exists(versionsFolder)
        ? []
        : [.. Directory.EnumerateDirectories(versionsFolder)
            .Select(folder => (Name: Path.GetFileName(folder), Folder: Path.Combine(folder, "bin")))
            .Where(version => int.TryParse(version.Name, CultureInfo.InvariantCulture, out _) && File.Exists(Path.Combine(version.Folder, "initdb")))
            .Select(version => new PostgresBinaries(int.Parse(version.Name, CultureInfo.InvariantCulture), version.Folder))
            .OrderByDescending(binaries => binaries.Major)];

    private static bool HasPostGis(string sharesFolder, int major) =>
        File.Exists(Path.Combine(sharesFolder, major.ToString(CultureInfo.InvariantCulture), "extension", "postgis.control"));
}
