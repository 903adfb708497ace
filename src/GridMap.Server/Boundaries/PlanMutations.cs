using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Schema;

namespace GridMap.Server.Boundaries;

/// <summary>A step of a plan as a request says it.</summary>
public sealed record PlanStepInput(string Plan, int ExpectedVersion);

/// <summary>A decision about a plan as a request says it.</summary>
public sealed record ReviewPlanInput(string Plan, int ExpectedVersion, string? Comment, Position? Position, string IdempotencyKey);

/// <summary>Words about a plan as a request says them.</summary>
public sealed record CommentPlanInput(string Plan, string Comment, Position? Position, string IdempotencyKey);

/// <summary>What may be done to plans: each takes one operation, which decides and answers.</summary>
[MutationType]
public static class PlanMutations
{
    public static async Task<PlanAnswer> CreatePlanAsync(CreatePlanInput input, Caller caller, CreatePlan create, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var made = await create.RunAsync(input, caller, cancellationToken);
        return made.Refusal is { } refusal ? PlanAnswer.Refuse(refusal) : new PlanAnswer(made.Value, null);
    }

    public static Task<OperationsAnswer> ApplyPlanOperationsAsync(
        ApplyOperationsInput input, Caller caller, ApplyOperations apply, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return apply.RunAsync(input, caller, cancellationToken);
    }

    public static Task<PlanAnswer> RewindPlanAsync(RewindPlanInput input, Caller caller, RewindPlan rewind, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return rewind.RunAsync(input, caller, cancellationToken);
    }

    public static Task<PlanAnswer> RebasePlanAsync(RebasePlanInput input, Caller caller, RebasePlan rebase, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return rebase.RunAsync(input, caller, cancellationToken);
    }

    public static Task<PlanAnswer> SubmitPlanAsync(PlanStepInput input, Caller caller, ReviewPlan review, CancellationToken cancellationToken) =>
        RunAsync(PlanMove.Submit, new ReviewRequest(input.Plan, input.ExpectedVersion), caller, review, cancellationToken);

    public static Task<PlanAnswer> ReopenPlanAsync(PlanStepInput input, Caller caller, ReviewPlan review, CancellationToken cancellationToken) =>
        RunAsync(PlanMove.TakeBack, new ReviewRequest(input.Plan, input.ExpectedVersion), caller, review, cancellationToken);

    public static Task<PlanAnswer> WithdrawPlanAsync(PlanStepInput input, Caller caller, ReviewPlan review, CancellationToken cancellationToken) =>
        RunAsync(PlanMove.GiveUp, new ReviewRequest(input.Plan, input.ExpectedVersion), caller, review, cancellationToken);

    public static Task<PlanAnswer> CommentPlanAsync(CommentPlanInput input, Caller caller, ReviewPlan review, CancellationToken cancellationToken) => RunAsync(
        PlanMove.Comment, new ReviewRequest(input.Plan, null, input.Comment, input.Position, input.IdempotencyKey), caller, review, cancellationToken);

    public static Task<PlanAnswer> ApprovePlanAsync(ReviewPlanInput input, Caller caller, ReviewPlan review, CancellationToken cancellationToken) =>
        RunAsync(PlanMove.Approve, Of(input), caller, review, cancellationToken);

    public static Task<PlanAnswer> RejectPlanAsync(ReviewPlanInput input, Caller caller, ReviewPlan review, CancellationToken cancellationToken) =>
        RunAsync(PlanMove.Reject, Of(input), caller, review, cancellationToken);

    public static Task<PlanAnswer> PublishPlanAsync(
        PublishPlanInput input, Caller caller, DecideAboutPublishing decide, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return decide.RunAsync(input, caller, cancellationToken);
    }

    public static Task<PlanAnswer> RevertPlanAsync(RevertPlanInput input, Caller caller, RevertPlan revert, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return revert.RunAsync(input, caller, cancellationToken);
    }

    public static Task<PlanAnswer> EnterPlanAsync(string plan, Position? position, Caller caller, EnterPlan enter, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return enter.RunAsync(plan, position, caller, cancellationToken);
    }

    private static ReviewRequest Of(ReviewPlanInput input) =>
        new(input.Plan, input.ExpectedVersion, input.Comment, input.Position, input.IdempotencyKey);

    private static Task<PlanAnswer> RunAsync(
        PlanMove move, ReviewRequest request, Caller caller, ReviewPlan review, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return review.RunAsync(move, request, caller, cancellationToken);
    }
}
