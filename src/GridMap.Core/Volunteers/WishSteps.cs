namespace GridMap.Core.Volunteers;

/// <summary>How far a micro-wish has come: 点单 → 派单 → 接单 → 完成 → 评价.</summary>
public enum WishState
{
    Made,
    Dispatched,
    Claimed,
    Done,
    Rated,
    Withdrawn,
}

/// <summary>What can be done to a wish.</summary>
public enum WishStep
{
    Dispatch,
    Claim,
    GiveBack,
    Finish,
    Rate,
    Withdraw,
}

/// <summary>The one table of what may follow what.</summary>
public static class WishSteps
{
    /// <summary>The state that a step leads to, or why it may not be taken.</summary>
    public static Result<WishState> Take(WishState from, WishStep step) => (from, step) switch
    {
        (WishState.Made, WishStep.Dispatch) => WishState.Dispatched,
        (WishState.Dispatched, WishStep.Claim) => WishState.Claimed,
        (WishState.Claimed, WishStep.GiveBack) => WishState.Dispatched,
        (WishState.Claimed, WishStep.Finish) => WishState.Done,
        (WishState.Done, WishStep.Rate) => WishState.Rated,
        (WishState.Made or WishState.Dispatched, WishStep.Withdraw) => WishState.Withdrawn,
        (WishState.Claimed, WishStep.Claim) => new Refusal(
            "WISH_ALREADY_CLAIMED", "Another volunteer has claimed this wish; choose another one.", "该心愿已被其他志愿者认领，请选择其他心愿。"),
        (WishState.Made, WishStep.Claim) => new Refusal(
            "WISH_NOT_DISPATCHED", "The community has to dispatch this wish first.", "该心愿尚未由社区派单，请等待派单后再认领。"),
        (WishState.Withdrawn, _) => new Refusal("WISH_WITHDRAWN", "This wish was withdrawn; nothing is left to do.", "该心愿已撤回，无需处理。"),
        (WishState.Rated, _) or (WishState.Done, WishStep.Claim) => new Refusal("WISH_FINISHED", "This wish is done; nothing is left to claim or to do.", "该心愿已完成，无需再认领或处理。"),
        _ => new Refusal(
            "WISH_STEP_ILLEGAL", $"A wish that is {from.ToString().ToLowerInvariant()} does not allow this step; look at it anew.", "当前状态不允许此操作，请刷新后再试。"),
    };
}
