using System.Globalization;
using GridMap.Database.Cluster;
using GridMap.Platform.Tiles;

namespace GridMap.Server.Commands;

/// <summary>What the environment says: `GRIDMAP_DATABASE`, `GRIDMAP_DATA`, `GRIDMAP_CLUSTER_PORT`, `GRIDMAP_PORT`, `GRIDMAP_TILE_CACHE_MIB`.</summary>
internal static class CommandSettings
{
    private const int DefaultPort = 8600;
    private const int DefaultClusterPort = 5432;

    /// <summary>Null: the private cluster.</summary>
    public static string? Database => Environment.GetEnvironmentVariable("GRIDMAP_DATABASE") is { Length: > 0 } named ? named : null;

    public static ClusterSettings Cluster => new(
        Environment.GetEnvironmentVariable("GRIDMAP_DATA") is { Length: > 0 } folder ? folder : Path.Combine(WorkingCopy, ".gridmap"),
        Number("GRIDMAP_CLUSTER_PORT", DefaultClusterPort));

    public static int Port => Number("GRIDMAP_PORT", DefaultPort);

    public static int TileCacheMebibytes => Number("GRIDMAP_TILE_CACHE_MIB", TileCacheLimits.DefaultMebibytes);

    public static IReadOnlyList<string> Origins =>
        (Environment.GetEnvironmentVariable("GRIDMAP_ORIGINS") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static string WebFolder => Path.Combine(WorkingCopy, "web", "dist");

    /// <summary>The folder of the solution this program was built in, else the current one.</summary>
    private static string WorkingCopy
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GridMap.sln")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? Environment.CurrentDirectory;
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
