using GridMap.Core;
using GridMap.Platform.Api;

namespace GridMap.Server.Boundaries;

/// <summary>What the operations on plans refuse alike.</summary>
internal static class PlanRefusals
{
    public const int LongestName = 100;
    public const int LongestText = 2_000;

    public static readonly Refusal Unknown = new("PLAN_UNKNOWN", "There is no such plan; check its id.", "没有这一方案；请核对 id。");

    public static readonly Refusal AreaUnknown = new("AREA_UNKNOWN", "There is no such area; check its id.", "没有这一区域；请核对 id。");

    public static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your roles do not allow this in this area; ask its grid manager or an administrator.", "您的角色在此区域无权执行此操作；请联系该区域的网格管理员。");

    public static readonly Refusal ChangedMeanwhile = new(
        "PLAN_CHANGED_MEANWHILE", "Somebody has changed the plan since you saw it: look again, then decide.", "方案已被他人修改：请查看最新内容后再操作。");

    public static readonly Refusal NotDraft = new(
        "PLAN_NOT_DRAFT", "Only a draft or a rejected plan can be edited: withdraw it from review first, or make a new plan.", "仅草稿或被退回的方案可以编辑：请先撤回送审，或新建方案。");

    public static readonly Refusal NotSubmitted = new(
        "PLAN_NOT_SUBMITTED", "Only a submitted plan can be decided: look at where it stands now.", "仅已送审的方案可以审批；请查看方案当前状态。");

    public static readonly Refusal NotApproved = new(
        "PLAN_NOT_APPROVED", "Only an approved plan can be published: have it reviewed first.", "仅审批通过的方案可以发布；请先送审。");

    public static readonly Refusal Rejected = new(
        "PLAN_REJECTED", "The plan has been rejected: read the reason, change it and submit it again.", "方案已被退回：请按退回意见修改后重新送审。");

    public static readonly Refusal Published = new(
        "PLAN_PUBLISHED", "The plan has been published already: make a new plan, or one that takes it back.", "方案已发布：请新建方案，或新建撤销该方案的方案。");

    public static readonly Refusal NotPublished = new(
        "PLAN_NOT_PUBLISHED", "Only a published plan can be taken back: withdraw this one instead.", "仅已发布的方案可以撤销；此方案请直接撤回。");

    public static readonly Refusal Empty = new("PLAN_EMPTY", "The plan changes nothing yet: make an operation first.", "方案尚无任何改动；请先进行编辑。");

    public static readonly Refusal OwnPlan = new(
        "PLAN_OWN", "Nobody decides about a plan they have worked on: ask another reviewer.", "不能审批自己参与编制的方案；请由其他审批人处理。");

    public static readonly Refusal OperationCount = new(
        "OPERATION_COUNT", $"Send 1 to {MostOperations} operations.", $"每次须提交 1 至 {MostOperations} 项操作。");

    public static readonly Refusal TooLong = new(
        "PLAN_TOO_LONG", $"A plan has at most {LongestPlan} operations: publish this one and begin another.", $"一个方案最多 {LongestPlan} 项操作：请先发布，再新建方案。");

    public static readonly Refusal AppliedOutOfRange = new(
        "APPLIED_OUT_OF_RANGE", "Send how many operations are to be in force, from 0 to all of the plan.", "applied 须在 0 与方案操作总数之间。");

    public static readonly Refusal ReasonMissing = new(
        "REASON_MISSING", $"Say why, in 1 to {LongestText} characters.", $"请填写理由，1 至 {LongestText} 个字符。");

    public static readonly Refusal InTheWay = new(
        "PLAN_IN_CONFLICT",
        "A published plan has changed the same land: rebase the plan and say whose change is kept, or undo the operation.",
        "已发布的方案改动了同一地块：请变基并选择保留哪一方，或撤销该操作。");

    public const int MostOperations = 500;
    public const int LongestPlan = 5_000;

    public static Refusal? FindNameRefusal(string name) => RequestValue.Words(name, LongestName).IsRefused
        ? new Refusal("PLAN_NAME_LENGTH", $"Name the plan in 1 to {LongestName} characters.", $"方案名称须为 1 至 {LongestName} 个字符。")
        : null;

    public static Refusal? FindTextRefusal(string? text) => text is null || text.Trim().Length is > 0 and <= LongestText ? null : ReasonMissing;

    public static Refusal Outside(Core.Geography.Position? place) => new Refusal(
        "PLAN_OUTSIDE_AREA",
        "This lies outside the area of the plan: leave it as it is, or make a plan in an area around both.",
        "该处不在方案所属区域内：请勿改动，或在更大区域内新建方案。") with
    { Place = place };

    /// <summary>Why a plan that stands there cannot be edited; null where it can.</summary>
    public static Refusal? FindUneditable(PlanStatus status) => status switch
    {
        PlanStatus.Draft or PlanStatus.Rejected => null,
        PlanStatus.Published => Published,
        PlanStatus.Submitted or PlanStatus.Approved or PlanStatus.Withdrawn => NotDraft,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
