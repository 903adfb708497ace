using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>Why an operation does nothing: each with a stable code, what to do, and the place it is about where there is one.</summary>
internal static class BoundaryRefusals
{
    public static Refusal ChangedMeanwhile(LatticePoint? place) => At(
        place, "LAND_CHANGED_MEANWHILE", "This land has been changed since; look at it as it is now and decide anew.", "该处已被改动；请查看现状后重新操作。");

    public static Refusal AtomUnknown(int atom) => new(
        "ATOM_UNKNOWN", $"There is no atom {atom} in this plan; it may have been cut or healed: select it anew.", $"方案中没有基本单元 {atom}，可能已被切开或合并；请重新选择。");

    public static Refusal GridUnknown(int grid) => new(
        "GRID_UNKNOWN", $"There is no grid {grid} in this plan; it may have been merged or retired: select it anew.", $"方案中没有网格 {grid}，可能已被合并或撤销；请重新选择。");

    public static Refusal CommunityUnknown(int community) => new(
        "COMMUNITY_UNKNOWN", $"There is no community {community}; choose one that is there.", $"没有社区 {community}；请选择现有社区。");

    public static Refusal SubdistrictUnknown(int subdistrict) => new(
        "SUBDISTRICT_UNKNOWN", $"There is no subdistrict {subdistrict}; choose one that is there.", $"没有街道 {subdistrict}；请选择现有街道。");

    public static Refusal NothingChanges(LatticePoint? place) => At(
        place, "NOTHING_CHANGES", "Everything is like that already; select other land or another grid.", "操作不会带来任何变化；请选择其他地块或网格。");

    public static Refusal NoAtoms() => new("ATOMS_MISSING", "Select at least one atom.", "请至少选择一个基本单元。");

    public static Refusal GridEmptied(string code, LatticePoint? place) => At(
        place, "GRID_EMPTIED", $"Grid {code} would be left without land; merge it or retire it instead.", $"网格 {code} 将没有土地；请改用合并或撤销。");

    public static Refusal GridAlone(string code, LatticePoint? place) => At(
        place, "GRID_ALONE", $"No other grid borders on grid {code}; reassign its land to a grid first.", $"没有网格与网格 {code} 相邻；请先将其土地划归某个网格。");

    public static Refusal GridsSame(string code) => new("GRIDS_SAME", $"Both are grid {code}; select two grids.", $"两者均为网格 {code}；请选择两个网格。");

    public static Refusal GridsNotNeighbors(string code, string other, LatticePoint? place) => At(
        place, "GRIDS_NOT_NEIGHBORS", $"Grids {code} and {other} have no common border; choose two that have.", $"网格 {code} 与 {other} 不相邻；请选择相邻的两个网格。");

    public static Refusal CodeTaken(string code, LatticePoint? place) => At(
        place, "CODE_TAKEN", $"Code {code} is in use; choose a free one, or leave it empty to get the lowest free one.", $"编码 {code} 已被使用；请另选，或留空以自动取最小可用编码。");

    public static Refusal CodeUnfit(string code, string parent, LatticePoint? place) => At(
        place, "CODE_UNFIT", $"Code {code} does not follow the scheme: write {parent} and a serial of 001 to 999.", $"编码 {code} 不符合规则：应为 {parent} 加 001 至 999 的序号。");

    public static Refusal CodesUsedUp(string parent) => new(
        "CODES_USED_UP", $"All serials 001 to 999 of {parent} are in use; use another parent.", $"{parent} 的 001 至 999 号均已使用；请改用其他上级区域。");

    public static Refusal NameUnfit() => new(
        "NAME_UNFIT", "Write a name of 1 to 60 characters without control characters.", "名称须为 1 至 60 个字，且不含控制字符。");

    public static Refusal RuleBroken(Warning warning) => At(
        LatticePoint.From(warning.Place),
        "RULE_BROKEN",
        $"{warning.Message} This place does not allow that; choose other land.",
        $"{warning.MessageChinese}本地规则不允许；请另选地块。");

    public static Refusal At(LatticePoint? place, string code, string remedy, string remedyChinese) =>
        new Refusal(code, remedy, remedyChinese) with { Place = place?.ToPosition() };
}
