using System.Globalization;
using GridMap.Core;
using GridMap.Database.Cluster;
using GridMap.Platform.Tiles;

namespace GridMap.Server.Commands;

/// <summary>What the environment says: `GRIDMAP_DATABASE`, `GRIDMAP_DATA`, `GRIDMAP_CLUSTER_PORT`, `GRIDMAP_PORT`, `GRIDMAP_ORIGINS`, `GRIDMAP_REPORTING`, `GRIDMAP_TILE_CACHE_MIB`, `GRIDMAP_BOUNDARY_RULES`.</summary>
internal static class CommandSettings
{
    private const string ClusterPortVariable = "GRIDMAP_CLUSTER_PORT";
    private const string PortVariable = "GRIDMAP_PORT";
    private const string TileCacheVariable = "GRIDMAP_TILE_CACHE_MIB";
    private const int DefaultPort = 8600;
    private const int DefaultClusterPort = 5432;

    /// <summary>Null: the private cluster.</summary>
    public static string? Database => Environment.GetEnvironmentVariable("GRIDMAP_DATABASE") is { Length: > 0 } named ? named : null;

    public static ClusterSettings Cluster => new(
        Environment.GetEnvironmentVariable("GRIDMAP_DATA") is { Length: > 0 } folder ? folder : Path.Combine(WorkingCopy, ".gridmap"),
        Number(ClusterPortVariable, DefaultClusterPort));

    public static int Port => Number(PortVariable, DefaultPort);

    public static int TileCacheMebibytes => Number(TileCacheVariable, TileCacheLimits.DefaultMebibytes);

    public static IReadOnlyList<string> Origins =>
        (Environment.GetEnvironmentVariable("GRIDMAP_ORIGINS") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>`GRIDMAP_REPORTING=open`: anybody may report an incident, as a public app needs it.</summary>
    public static bool IsReportingOpen => Environment.GetEnvironmentVariable("GRIDMAP_REPORTING") == "open";

    /// <summary>Null: the rules the program comes with.</summary>
    public static string? BoundaryRulesFile => Environment.GetEnvironmentVariable("GRIDMAP_BOUNDARY_RULES") is { Length: > 0 } path ? path : null;

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

    /// <summary>A number that is none, instead of going on with another one than was meant.</summary>
    public static Refusal? FindRefusal() => new[] { ClusterPortVariable, PortVariable, TileCacheVariable }
        .Where(variable => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text && !TryNumber(text, out _))
        .Select(variable => new Refusal(
            "SETTING_MALFORMED",
            $"{variable} is not a whole number: correct it, or unset it for the standard value.",
            $"{variable} 不是整数：请更正，或取消该变量以使用默认值。"))
        .FirstOrDefault();

    private static int Number(string variable, int otherwise) =>
        TryNumber(Environment.GetEnvironmentVariable(variable), out var number) ? number : otherwise;

    private static bool TryNumber(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
