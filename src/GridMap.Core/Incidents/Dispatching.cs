using GridMap.Core.Access;

namespace GridMap.Core.Incidents;

/// <summary>A patrol that somebody wants to send.</summary>
/// <param name="IsInReach">It belongs to a grid in which whoever sends it may dispatch.</param>
public sealed record PatrolToSend(int Id, bool IsOnDuty, bool IsInReach);

/// <summary>Whom the desk may send, and who may answer for whoever was sent.</summary>
public static class Dispatching
{
    private static readonly Refusal Unknown = new("PATROL_UNKNOWN", "There is no such patrol; check its id.", "没有这一巡查力量；请核对 id。");

    private static readonly Refusal OutsideArea = new(
        "PATROL_OUTSIDE_AREA",
        "This patrol belongs to an area in which you may not dispatch; choose another, or ask the desk of that area.",
        "该巡查力量不属于您可派遣的区域；请另选，或联系其所属区域的指挥中心。");

    private static readonly Refusal OffDuty = new(
        "PATROL_OFF_DUTY", "This patrol is off duty now; choose one of the candidates that is on duty.", "该巡查力量当前不在岗；请从在岗人员中另选。");

    private static readonly Refusal SentAlready = new(
        "PATROL_SENT_ALREADY", "This patrol has been sent to this incident already; choose another.", "该巡查力量已被派往此事件；请另选。");

    private static readonly Refusal NoPatrol = new(
        "ACCOUNT_WITHOUT_PATROL",
        "Your account stands for no patrol, so nothing is assigned to you; ask an administrator to link it (`gridmap account patrol`).",
        "您的账号未关联巡查力量，没有派给您的任务；请联系管理员关联（gridmap account patrol）。");

    private static readonly Refusal NotYours = new(
        "NOT_YOUR_ASSIGNMENT", "This was given to another patrol; only they or the desk can answer for it.", "该任务派给了其他巡查力量；只有其本人或指挥中心可以操作。");

    /// <summary>Why a patrol cannot be sent; null when it can.</summary>
    /// <param name="sentPatrolId">Whoever is at it already.</param>
    public static Refusal? FindSendingRefusal(PatrolToSend? patrol, int? sentPatrolId)
    {
        if (patrol is null)
        {
            return Unknown;
        }

        if (!patrol.IsInReach)
        {
            return OutsideArea;
        }

        if (!patrol.IsOnDuty)
        {
            return OffDuty;
        }

        return patrol.Id == sentPatrolId ? SentAlready : null;
    }

    /// <summary>Whether a transition is an answer of whoever was sent.</summary>
    public static bool IsAnswer(Transition transition) => transition is { Needs: Permission.HandleIncidents, From: Step.Assigned or Step.Handling };

    /// <summary>Why somebody cannot answer for whoever was sent; null when they can, as that patrol or from the desk.</summary>
    /// <param name="callersPatrolId">The patrol that whoever answers belongs to.</param>
    /// <param name="isDesk">Whoever answers may dispatch there, and does so on the patrol's behalf.</param>
    public static Refusal? FindHandlerRefusal(int? sentPatrolId, int? callersPatrolId, bool isDesk)
    {
        if (isDesk || (callersPatrolId is not null && callersPatrolId == sentPatrolId))
        {
            return null;
        }

        return callersPatrolId is null ? NoPatrol : NotYours;
    }
}
