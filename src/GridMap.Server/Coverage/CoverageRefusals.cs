using GridMap.Core;

namespace GridMap.Server.Coverage;

/// <summary>What is refused about questions of coverage.</summary>
internal static class CoverageRefusals
{
    public static readonly Refusal StandardMissing = new(
        "COVERAGE_STANDARD_MISSING", "Send either minutes or meters.", "请提供 minutes 或 meters 中的一项。");

    public static readonly Refusal StandardOutOfRange = new(
        "COVERAGE_STANDARD_OUT_OF_RANGE",
        "Send minutes of more than 0 and at most 120, or meters of more than 0 and at most 10 000.",
        "服务标准须大于 0，且不超过 120 分钟或 10 000 米。");

    public static readonly Refusal KindUnknown = new("FACILITY_KIND_UNKNOWN", "Send the code of a kind as facilityKinds gives it.", "没有此类设施：请使用 facilityKinds 返回的编码。");

    public static readonly Refusal ServiceUnknown = new("SERVICE_UNKNOWN", "Send the code of a service as services gives it.", "没有此项服务：请使用 services 返回的编码。");

    public static readonly Refusal AreaUnknown = new("AREA_UNKNOWN", "There is no such area now.", "当前没有此区域。");

    public static readonly Refusal ChangesTooMany = new("COVERAGE_CHANGES_TOO_MANY", "Send at most 200 changes, one for each facility.", "最多 200 项变更，且每处设施只能有一项。");

    public static readonly Refusal ChangeMalformed = new(
        "COVERAGE_CHANGE_MALFORMED",
        "Send a facilityId with a position, closed or openingHours, or a position alone.",
        "变更须含 facilityId 及位置、开闭或开放时间之一；新增设施只需位置。");

    public static readonly Refusal FacilityUnknown = new("FACILITY_UNKNOWN", "There is no such facility.", "没有此设施。");

    public static readonly Refusal LimitsOutOfRange = new(
        "COVERAGE_LIMITS_OUT_OF_RANGE",
        "Send 1 to 6 limits, each more than 0 and at most 120 minutes or 10 000 m, and 1 to 20 facilities or 1 to 10 positions.",
        "须有 1 至 6 个界限，均大于 0 且不超过 120 分钟或 10 000 米；设施 1 至 20 处，或位置 1 至 10 个。");

    public static readonly Refusal SiteCountOutOfRange = new("SITE_COUNT_OUT_OF_RANGE", "Ask for 1 to 50 sites.", "选址数量须在 1 至 50 之间。");

    public static readonly Refusal SiteKindUnknown = new("SITE_KIND_UNKNOWN", "There are no candidate sites of this kind here.", "此处没有该类候选点。");

    public static readonly Refusal SiteCandidatesTooMany = new("SITE_CANDIDATES_TOO_MANY", "Send at most 500 candidates.", "最多提交 500 个候选点。");

    public static readonly Refusal NoCandidate = new(
        "NO_CANDIDATE", "There is no candidate site that a way leads to: choose more kinds, or draw some on the map.", "没有可步行到达的候选点：请选择更多类别，或在地图上绘制。");

    public static readonly Refusal ScenarioUnknown = new("SCENARIO_UNKNOWN", "There is no such scenario, or it is not yours to change.", "没有此方案，或您无权修改。");

    public static readonly Refusal ScenarioChanged = new(
        "SCENARIO_CHANGED_MEANWHILE", "It was changed meanwhile: read it again.", "方案已被修改：请重新读取。");

    public static readonly Refusal ScenariosTooMany = new("SCENARIOS_TOO_MANY", "You have 200 scenarios: take some away first.", "您已保存 200 个方案：请先删除一些。");

    public static readonly Refusal NameLength = new("TEXT_LENGTH", "Send a name of 1 to 80 characters.", "名称须为 1 至 80 个字符。");
}
