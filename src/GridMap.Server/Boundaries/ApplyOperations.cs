using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Editing;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Boundaries;

/// <summary>Operations for a plan as a request says them.</summary>
public sealed record ApplyOperationsInput(string Plan, int ExpectedVersion, IReadOnlyList<BoundaryOperationInput> Operations, string IdempotencyKey);

/// <summary>How it ended: the plan's id where there is one, what the operations did, or which was refused and why.</summary>
public sealed record OperationsAnswer(int? PlanId, IReadOnlyList<ShownOutcome> Outcomes, Refusal? Refusal, int? RefusedOperation = null)
{
    public static OperationsAnswer Refuse(Refusal refusal, int? planId = null, int? operation = null) => new(planId, [], refusal, operation);
}

/// <summary>Does operations in a plan, all or none, and keeps them with their inverses; the same key again does them once.</summary>
public sealed class ApplyOperations(
    PlanDrafts drafts, WriteOperations write, FindPlanRequest findRequest, CurrentAreas areas, BoundaryRules rules)
{
    public async Task<OperationsAnswer> RunAsync(ApplyOperationsInput input, Caller caller, CancellationToken cancellationToken)
    {
        var (id, key) = (RequestValue.Id(input.Plan), IdempotencyKey.Parse(input.IdempotencyKey, caller));
        if ((id.Refusal ?? key.Refusal ?? FindCountRefusal(input)) is { } malformed)
        {
            return OperationsAnswer.Refuse(malformed);
        }

        var operations = input.Operations.Select(operation => operation.ToOperation()).ToList();
        var request = new RequestKey(key.Value, IdempotencyKey.Digest([input.Plan, .. operations.Select(BoundaryJson.Write)]));
        var tree = await areas.LoadAsync(cancellationToken);
        using var turn = await drafts.TakeAsync(id.Value, cancellationToken);
        if (turn is null)
        {
            return OperationsAnswer.Refuse(PlanRefusals.Unknown);
        }

        var refusal = FindRefusal(turn.Draft, input.ExpectedVersion, operations.Count, caller, tree);
        if (refusal is null)
        {
            return await DoAsync(turn, operations, request, caller, tree, cancellationToken);
        }

        // The version it was sent for is gone: perhaps because it has been done already.
        return refusal == PlanRefusals.ChangedMeanwhile
            ? await AnswerAgainAsync(turn.Draft, request, cancellationToken)
            : OperationsAnswer.Refuse(refusal with { Place = turn.Draft.Place }, id.Value);
    }

    private static Refusal? FindCountRefusal(ApplyOperationsInput input) =>
        input.Operations.Count is < 1 or > PlanRefusals.MostOperations ? PlanRefusals.OperationCount : null;

    private static Refusal? FindRefusal(PlanDraft draft, int version, int count, Caller caller, AreaTree tree)
    {
        if (!AccessRules.Allows(caller, Permission.EditBoundaries, tree.PathOf(draft.Plan.AreaId)))
        {
            return PlanRefusals.NotAllowed;
        }

        return draft.Plan.Version != version ? PlanRefusals.ChangedMeanwhile
            : PlanRefusals.FindUneditable(draft.Plan.Status)
                ?? (draft.Broken is not null ? PlanRefusals.InTheWay : null)
                ?? (draft.Plan.Applied + count > PlanRefusals.LongestPlan ? PlanRefusals.TooLong : null);
    }

    private async Task<OperationsAnswer> DoAsync(
        PlanTurn turn, IReadOnlyList<Operation> operations, RequestKey request, Caller caller, AreaTree tree, CancellationToken cancellationToken)
    {
        var draft = turn.Draft;
        var before = draft.Done.Count;
        var done = draft.Apply(operations, rules, outcome => PlanReach.FindOutside(outcome, draft.Plan.AreaId, tree), out var refused);
        if (done.Refusal is { } refusal)
        {
            return OperationsAnswer.Refuse(refusal, draft.Plan.Id, refused);
        }

        try
        {
            // What was made on another revision is written anew together with it.
            var rebased = draft.IsStale ? draft.Done.Take(before).Select((outcome, index) => (outcome, (KeptOperation?)draft.Kept[index])) : [];
            var written = await write.RunAsync(
                draft, draft.IsStale ? 0 : before, [.. rebased, .. done.Value.Select(outcome => (outcome, default(KeptOperation)))], request, caller, cancellationToken);
            if (written)
            {
                return new OperationsAnswer(draft.Plan.Id, [.. done.Value.Select(outcome => ShownOutcome.Of(outcome, draft.Division))], null);
            }
        }
        catch
        {
            turn.Forget();
            throw;
        }

        turn.Forget();
        return await AnswerAgainAsync(draft, request, cancellationToken);
    }

    private async Task<OperationsAnswer> AnswerAgainAsync(PlanDraft draft, RequestKey request, CancellationToken cancellationToken) =>
        await findRequest.RunAsync(draft.Plan.Id, request, cancellationToken) switch
        {
            RequestStand.New => OperationsAnswer.Refuse(PlanRefusals.ChangedMeanwhile, draft.Plan.Id),
            RequestStand.KeyReused => OperationsAnswer.Refuse(IdempotencyKey.Reused, draft.Plan.Id),
            RequestStand.Repeated => new OperationsAnswer(draft.Plan.Id, [], null),
            var stand => throw new InvalidOperationException($"Unknown {stand}."),
        };
}
