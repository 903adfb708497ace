using GridMap.Core;

namespace GridMap.Database.Cluster;

/// <summary>Why a private cluster cannot run, with the remedy.</summary>
internal static class ClusterRefusals
{
    private const long Mebibyte = 1 << 20;

    public static Refusal DiskFull(string folder, long freeBytes, long neededBytes) => new(
        "DISK_FULL",
        $"{folder} has {freeBytes / Mebibyte} MB free, {neededBytes / Mebibyte} MB are needed: free some space, or set GRIDMAP_DATA to a folder on a larger disk.",
        $"{folder} 所在磁盘仅剩 {freeBytes / Mebibyte} MB，至少需要 {neededBytes / Mebibyte} MB：请清理空间，或将 GRIDMAP_DATA 设为更大磁盘上的目录。");

    public static Refusal InUse(string folder) => new(
        "CLUSTER_IN_USE",
        $"Another PostgreSQL server uses {folder} and offers no socket: stop it, or set GRIDMAP_DATA to another folder.",
        $"另一个 PostgreSQL 正在使用 {folder} 且未提供本地套接字：请先停止它，或将 GRIDMAP_DATA 设为其他目录。");

    public static Refusal FolderForeign(string folder) => new(
        "FOLDER_FOREIGN",
        $"{folder} cannot be made or belongs to another user: remove it, or set GRIDMAP_DATA to a folder of your own.",
        $"无法创建 {folder}，或其属于其他用户：请删除它，或将 GRIDMAP_DATA 设为自己的目录。");

    public static Refusal Failed(string output) => new(
        "CLUSTER_FAILED",
        $"PostgreSQL did not do as asked: {LastLine(output)}",
        $"PostgreSQL 执行失败：{LastLine(output)}");

    /// <summary>What PostgreSQL said, as a refusal one can act on.</summary>
    public static Refusal Translate(string output, string folder)
    {
        if (output.Contains("No space left on device", StringComparison.Ordinal))
        {
            return new(
                "DISK_FULL",
                $"The disk of {folder} ran full: free some space, or set GRIDMAP_DATA to a folder on a larger disk.",
                $"{folder} 所在磁盘已满：请清理空间，或将 GRIDMAP_DATA 设为更大磁盘上的目录。");
        }

        return output.Contains("is already in use", StringComparison.Ordinal) || output.Contains("still in use", StringComparison.Ordinal)
            ? InUse(folder)
            : Failed(output);
    }

    private static string LastLine(string output) =>
        output.Split('\n').LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal) || line.Contains("error", StringComparison.OrdinalIgnoreCase))
        ?? output.Split('\n')[^1];
}
