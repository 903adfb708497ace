using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>How many operations are to be in force, as a request says it.</summary>
public sealed record RewindPlanInput(string Plan, int ExpectedVersion, int Applied);

/// <summary>Undo and redo: moves the end of what is in force. Sent again after a lost answer it finds the plan as it wants it.</summary>
public sealed class RewindPlan(NpgsqlDataSource database, PlanDrafts drafts, CurrentAreas areas, TimeProvider clock)
{
    public async Task<PlanAnswer> RunAsync(RewindPlanInput input, Caller caller, CancellationToken cancellationToken)
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

        var draft = turn.Draft;
        var refusal = AccessRules.Allows(caller, Permission.EditBoundaries, tree.PathOf(draft.Plan.AreaId))
            ? PlanRefusals.FindUneditable(draft.Plan.Status)
            : PlanRefusals.NotAllowed;
        if (refusal is not null)
        {
            return new PlanAnswer(id.Value, refusal);
        }

        if (draft.Plan.Version == input.ExpectedVersion + 1 && draft.Plan.Applied == input.Applied)
        {
            return new PlanAnswer(id.Value, null);
        }

        return new PlanAnswer(id.Value, draft.Plan.Version == input.ExpectedVersion
            ? await MoveAsync(turn, input.Applied, cancellationToken)
            : PlanRefusals.ChangedMeanwhile);
    }

    private async Task<Refusal?> MoveAsync(PlanTurn turn, int applied, CancellationToken cancellationToken)
    {
        var draft = turn.Draft;
        if (applied < 0 || applied > draft.Kept.Count)
        {
            return PlanRefusals.AppliedOutOfRange;
        }

        // Undoing what is in the way is the way out of a conflict; what stands before it was made on the old revision still.
        if (applied > draft.Done.Count && draft.Broken is not null)
        {
            return PlanRefusals.InTheWay with { Place = draft.Place };
        }

        draft.TakeBackTo(Math.Min(applied, draft.Done.Count));
        if (draft.RedoTo(applied) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        if (!await WriteAsync(draft, applied, now, cancellationToken))
        {
            turn.Forget();
            return PlanRefusals.ChangedMeanwhile;
        }

        // The base stays, so that what was undone is looked at again when it is made again.
        draft.Moved(draft.Plan with { Version = draft.Plan.Version + 1, Applied = applied, ChangedAt = now, Status = PlanStatus.Draft, DecidedAt = null });
        return null;
    }

    private async Task<bool> WriteAsync(PlanDraft draft, int applied, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            Sql.Beside<RewindPlan>(),
            new { id = draft.Plan.Id, version = draft.Plan.Version, applied, now = now.UtcDateTime },
            cancellationToken: cancellationToken)) is not null;
    }
}

/// <summary>How a change of a plan ended: the plan's id, where there is one, and why nothing was changed, if nothing was.</summary>
public sealed record PlanAnswer(int? PlanId, Refusal? Refusal)
{
    public static PlanAnswer Refuse(Refusal refusal) => new(null, refusal);
}
