using System.Globalization;

namespace GridMap.Server.Commands;

/// <summary>What the environment says: `GRIDMAP_DATABASE`, `GRIDMAP_PORT`, `GRIDMAP_DATA`, `GRIDMAP_CLUSTER_PORT`.</summary>
internal static class CommandSettings
{
    public static string Database => Environment.GetEnvironmentVariable("GRIDMAP_DATABASE")
        ?? throw new InvalidOperationException("GRIDMAP_DATABASE is not set.");

    public static int Port => int.TryParse(Environment.GetEnvironmentVariable("GRIDMAP_PORT"), CultureInfo.InvariantCulture, out var port) ? port : 8600;

    public static string WebFolder => Path.GetFullPath("web/dist");
}
