using GridMap.Core.Access;

namespace GridMap.Server.Boundaries;

/// <summary>A step in the life of a plan: from where, to where (null: it stays), and what it needs.</summary>
public sealed record PlanMove(PlanVerdict Verdict, Permission Needs, IReadOnlyList<PlanStatus> From, PlanStatus? To)
{
    public static readonly PlanMove Submit = new(
        PlanVerdict.Submitted, Permission.EditBoundaries, [PlanStatus.Draft, PlanStatus.Rejected], PlanStatus.Submitted);

    /// <summary>Back from review, to be edited again.</summary>
    public static readonly PlanMove TakeBack = new(
        PlanVerdict.Withdrawn, Permission.EditBoundaries, [PlanStatus.Submitted, PlanStatus.Approved], PlanStatus.Draft);

    public static readonly PlanMove GiveUp = new(
        PlanVerdict.Withdrawn, Permission.EditBoundaries, [PlanStatus.Draft, PlanStatus.Rejected], PlanStatus.Withdrawn);

    public static readonly PlanMove Comment = new(PlanVerdict.Comment, Permission.ReviewBoundaries, Enum.GetValues<PlanStatus>(), null);

    public static readonly PlanMove Approve = new(PlanVerdict.Approved, Permission.ReviewBoundaries, [PlanStatus.Submitted], PlanStatus.Approved);

    public static readonly PlanMove Reject = new(
        PlanVerdict.Rejected, Permission.ReviewBoundaries, [PlanStatus.Submitted, PlanStatus.Approved], PlanStatus.Rejected);

    public static readonly PlanMove Schedule = new(PlanVerdict.Scheduled, Permission.ReviewBoundaries, [PlanStatus.Approved], null);

    /// <summary>Nobody decides about their own work; to submit it or to talk about it is another thing.</summary>
    public bool IsDecision => Verdict is PlanVerdict.Approved or PlanVerdict.Rejected;
}
