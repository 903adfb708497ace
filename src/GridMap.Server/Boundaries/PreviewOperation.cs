using GridMap.Core;
using GridMap.Core.Boundaries.Editing;

namespace GridMap.Server.Boundaries;

/// <summary>What an operation would do, or why it would be refused.</summary>
public sealed record OperationPreview(ShownOutcome? Outcome, Refusal? Refusal);

/// <summary>Does an operation in a plan and takes it back, for the numbers beside a line that is being dragged.</summary>
public sealed class PreviewOperation(PlanDrafts drafts, BoundaryRules rules)
{
    public async Task<OperationPreview> RunAsync(int planId, Operation operation, CancellationToken cancellationToken)
    {
        using var turn = await drafts.TakeAsync(planId, cancellationToken);
        if (turn is null)
        {
            return new OperationPreview(null, PlanRefusals.Unknown);
        }

        ShownOutcome? shown = null;
        var draft = turn.Draft;
        var before = draft.Done.Count;
        var done = draft.Apply([operation], rules, _ => null, out _);
        if (done.Refusal is null)
        {
            shown = ShownOutcome.Of(done.Value[0], draft.Division);
            draft.TakeBackTo(before);
        }

        return new OperationPreview(shown, done.Refusal);
    }
}
