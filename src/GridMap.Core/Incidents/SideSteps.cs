namespace GridMap.Core.Incidents;

/// <summary>The incident that another one is to be a duplicate of.</summary>
public sealed record MergeTarget(Guid Id, Step Step, Guid? DuplicateOf);

/// <summary>Whether what stands besides the step allows a move.</summary>
public static class SideSteps
{
    public const int MostExtensions = 2;
    public const int MostExtensionHours = 240;
    public const int MostExtensionDays = 30;

    private static readonly Refusal Suspended = new(
        "INCIDENT_SUSPENDED", "The incident is suspended; resume it first.", "事件已挂账；请先恢复。");

    private static readonly Refusal NotSuspended = new(
        "INCIDENT_NOT_SUSPENDED", "The incident is not suspended, so there is nothing to resume.", "事件未挂账，无需恢复。");

    private static readonly Refusal NoDeadline = new(
        "NO_DEADLINE", "The class of this incident has no deadline that could be extended.", "该类事件没有时限，无需延期。");

    private static readonly Refusal DeadlinePassed = new(
        "DEADLINE_PASSED",
        "The deadline has passed: what is late stays late. Have it handled now, or supervise it.",
        "时限已过，逾期不因延期或挂账而消除；请立即处置或督办。");

    private static readonly Refusal ExtensionsUsed = new(
        "EXTENSIONS_USED", $"It has been extended {MostExtensions} times, which is all there is.", $"已延期 {MostExtensions} 次，不能再延。");

    private static readonly Refusal ExtensionOutOfRange = new(
        "EXTENSION_OUT_OF_RANGE",
        $"Extend by 1 to {MostExtensionHours} hours or 1 to {MostExtensionDays} working days.",
        $"延期须为 1 至 {MostExtensionHours} 小时或 1 至 {MostExtensionDays} 个工作日。");

    private static readonly Refusal RatedAlready = new("RATED_ALREADY", "This answer has been rated; a rating is given once.", "该事件已评价，不能重复评价。");

    private static readonly Refusal RatingOutOfRange = new("RATING_OUT_OF_RANGE", "Rate with 1 to 5.", "评分须为 1 至 5。");

    private static readonly Refusal MergeIntoItself = new("MERGE_INTO_ITSELF", "An incident is no duplicate of itself; name the other one.", "事件不能与自身合并；请指明另一事件。");

    private static readonly Refusal MergeTargetUnknown = new(
        "MERGE_TARGET_UNKNOWN", "There is no such incident to merge into; check its id or number.", "没有要并入的事件；请核对 id 或编号。");

    private static readonly Refusal MergeTargetUnfit = new(
        "MERGE_TARGET_UNFIT", "The other incident was voided, or is a duplicate itself; merge into the one that goes on.", "要并入的事件已作废或本身为重复件；请并入仍在办理的事件。");

    private static readonly Refusal HasDuplicates = new(
        "INCIDENT_HAS_DUPLICATES", "Others were merged into this one: merge the other one into this instead.", "已有其他事件并入此事件：请反过来将另一事件并入此事件。");

    /// <summary>Why a move that the step allows is not possible as the incident stands; null when it is.</summary>
    public static Refusal? FindRefusal(Move move, Standing standing, DateTimeOffset now)
    {
        if (standing.IsSuspended && move is not (Move.Resume or Move.Supervise or Move.Void or Move.Merge))
        {
            return Suspended;
        }

        return move switch
        {
            Move.Resume when !standing.IsSuspended => NotSuspended,
            Move.Extend when standing.DueAt is null => NoDeadline,
            Move.Extend or Move.Suspend when standing.DueAt < now => DeadlinePassed,
            Move.Extend when standing.Extensions >= MostExtensions => ExtensionsUsed,
            Move.Rate when standing.Rating is not null => RatedAlready,
            _ => null,
        };
    }

    /// <summary>What is wrong with what a move is made with; null when nothing is.</summary>
    public static Refusal? FindRefusal(Extension? extension, int? rating)
    {
        if (extension is not null && (extension.Amount < 1 || extension.Amount > (extension.Unit == DeadlineUnit.WorkingDays ? MostExtensionDays : MostExtensionHours)))
        {
            return ExtensionOutOfRange;
        }

        return rating is < 1 or > 5 ? RatingOutOfRange : null;
    }

    /// <summary>Why an incident cannot be a duplicate of another; null when it can.</summary>
    /// <param name="into">Null where there is none that whoever merges may see.</param>
    public static Refusal? FindMergeRefusal(Guid id, bool hasDuplicates, MergeTarget? into)
    {
        if (into is null)
        {
            return MergeTargetUnknown;
        }

        if (into.Id == id)
        {
            return MergeIntoItself;
        }

        if (into.Step == Step.Voided || into.DuplicateOf is not null)
        {
            return MergeTargetUnfit;
        }

        return hasDuplicates ? HasDuplicates : null;
    }
}
