using GridMap.Core;
using GridMap.Core.Boundaries.Editing;
using GridMap.Districts.Dictionaries;

namespace GridMap.Server.Boundaries;

/// <summary>Loads the rules that boundaries should keep: those of a file of the place's own, else those the program comes with.</summary>
public static class LoadBoundaryRules
{
    private const int MostBytes = 64 << 10;

    /// <param name="path">Null: the ones the program comes with.</param>
    public static Result<BoundaryRuleBook> Run(string? path)
    {
        if (path is null)
        {
            return BoundaryRuleBook.FromJson(DistrictDictionaries.BoundaryRules);
        }

        try
        {
            return new FileInfo(path).Length <= MostBytes ? BoundaryRuleBook.FromJson(File.ReadAllText(path)) : Unreadable(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unreadable(path);
        }
    }

    private static Refusal Unreadable(string path) => new(
        "BOUNDARY_RULES_UNREADABLE",
        $"GRIDMAP_BOUNDARY_RULES names {path}, which is no readable file of up to 64 KiB: correct it, or unset it for the rules the program comes with.",
        $"GRIDMAP_BOUNDARY_RULES 指向的 {path} 不是可读的文件（至多 64 KiB）：请更正，或取消该变量以使用内置规则。");
}
