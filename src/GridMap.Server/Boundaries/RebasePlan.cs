using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Boundaries;

/// <summary>What of a plan and of what was published meanwhile cannot both be: whose is kept.</summary>
public enum ConflictChoice
{
    Neither,
    Mine,
    Theirs,
}

/// <summary>Whose change is kept where one operation, from 1, is in conflict.</summary>
public sealed record ConflictDecisionInput(int Position, ConflictChoice Keep);

/// <summary>A rebase as a request says it: decided as a whole, and for some operations one by one.</summary>
public sealed record RebasePlanInput(string Plan, int ExpectedVersion, ConflictChoice Conflicts, IReadOnlyList<ConflictDecisionInput>? Decisions)
{
    public ConflictChoice ChoiceFor(int position) =>
        Decisions?.LastOrDefault(decision => decision.Position == position)?.Keep ?? Conflicts;
}

/// <summary>Does a plan's operations on what has been published since, and keeps them so.</summary>
public sealed class RebasePlan(PlanDrafts drafts, WriteOperations write, CurrentAreas areas)
{
    public async Task<PlanAnswer> RunAsync(RebasePlanInput input, Caller caller, CancellationToken cancellationToken)
    {
        var id = RequestValue.Id(input.Plan);
        if (id.Refusal is { } malformed)
        {
            return PlanAnswer.Refuse(malformed);
        }

        var tree = await areas.LoadAsync(cancellationToken);
        using var turn = await drafts.TakeAsync(id.Value, cancellationToken);
        if (turn is null)
        {
            return PlanAnswer.Refuse(PlanRefusals.Unknown);
        }

        var isAllowed = AccessRules.Allows(caller, Permission.EditBoundaries, tree.PathOf(turn.Draft.Plan.AreaId));
        return new PlanAnswer(id.Value, isAllowed ? await RunAsync(turn, input, caller, cancellationToken) : PlanRefusals.NotAllowed);
    }

    private async Task<Refusal?> RunAsync(PlanTurn turn, RebasePlanInput input, Caller caller, CancellationToken cancellationToken)
    {
        var draft = turn.Draft;
        if ((draft.Plan.Version == input.ExpectedVersion ? PlanRefusals.FindUneditable(draft.Plan.Status) : PlanRefusals.ChangedMeanwhile) is { } refusal)
        {
            // Sent again after a lost answer, it finds itself done.
            return refusal == PlanRefusals.ChangedMeanwhile && draft.Plan.Version == input.ExpectedVersion + 1 && !draft.IsStale ? null : refusal;
        }

        if (!draft.IsStale)
        {
            return null;
        }

        try
        {
            if (draft.Settle(input.ChoiceFor) is not { } settled)
            {
                turn.Forget();
                return PlanRefusals.InTheWay with { Place = draft.Place };
            }

            var done = draft.Done.Zip(settled, (outcome, kept) => (outcome, (KeptOperation?)kept)).ToList();
            if (await write.RunAsync(draft, 0, done, null, caller, cancellationToken))
            {
                return null;
            }
        }
        catch
        {
            turn.Forget();
            throw;
        }

        turn.Forget();
        return PlanRefusals.ChangedMeanwhile;
    }
}
