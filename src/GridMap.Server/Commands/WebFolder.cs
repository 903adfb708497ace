using GridMap.Core;

namespace GridMap.Server.Commands;

/// <summary>Whether the folder of the built dashboard can be served.</summary>
internal static class WebFolder
{
    private const string Index = "index.html";

    private const string TrustedDocuments = "trusted-documents.json";

    /// <summary>Why no dashboard can be served from a folder, or null.</summary>
    public static Refusal? FindRefusal(string folder) =>
        FindUnreadable(folder) ?? (File.Exists(Path.Combine(folder, Index)) ? null : NotBuilt(folder));

    /// <summary>A folder that is there but cannot be read is a mistake; one that is not there only means no dashboard.</summary>
    public static Refusal? FindUnreadable(string folder)
    {
        try
        {
            foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
            {
                using var content = File.OpenRead(file);
            }

            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new(
                "WEB_UNREADABLE",
                $"The dashboard in {folder} cannot be read ({unreadable.Message}): let this user read all of it, or name another folder with --web.",
                $"无法读取 {folder} 中的前端（{unreadable.Message}）：请授予当前用户读取权限，或用 --web 指定其他目录。");
        }
    }

    /// <summary>What the dashboard in a folder asks `/graphql`; null where there is none.</summary>
    public static string? FindTrustedDocuments(string? folder) =>
        folder is not null && Path.Combine(folder, TrustedDocuments) is var file && File.Exists(file) ? Path.GetFullPath(file) : null;

    private static Refusal NotBuilt(string folder) => new(
        "WEB_NOT_BUILT",
        $"The dashboard is not built in {folder}: run scripts/setup, or name its folder with --web.",
        $"{folder} 中没有构建好的前端：请运行 scripts/setup，或用 --web 指定目录。");
}
