using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Editing;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>A plan to be taken back, as a request says it.</summary>
public sealed record RevertPlanInput(string Plan, string Name, string IdempotencyKey);

/// <summary>Makes a new plan whose one operation takes a published plan back; refused where its land has been changed since.</summary>
public sealed class RevertPlan(
    NpgsqlDataSource database, PlansInAreas plans, CurrentDivision current, CreatePlan create, PlanDrafts drafts, WriteOperations write, BoundaryRules rules)
{
    public async Task<PlanAnswer> RunAsync(RevertPlanInput input, Caller caller, CancellationToken cancellationToken)
    {
        var id = RequestValue.Id(input.Plan);
        if ((id.Refusal ?? PlanRefusals.FindNameRefusal(input.Name)) is { } malformed)
        {
            return PlanAnswer.Refuse(malformed);
        }

        if (await plans.FindRefusalAsync(id.Value, Permission.EditBoundaries, caller, cancellationToken) is { } refusal)
        {
            return PlanAnswer.Refuse(refusal);
        }

        var (area, changes) = await FindAsync(id.Value, cancellationToken);
        if (changes is null)
        {
            return new PlanAnswer(id.Value, PlanRefusals.NotPublished);
        }

        var inForce = await current.LoadAsync(cancellationToken);
        var revert = new Revert([.. changes.Select(change => WithPresentStaff(change, inForce.Division))]);
        if (inForce.Division.Copy().Apply(revert, rules).Refusal is { } misfit)
        {
            return new PlanAnswer(id.Value, misfit);
        }

        var made = await create.WriteAsync(input.Name.Trim(), null, area, id.Value, input.IdempotencyKey, caller, cancellationToken);
        return made.Refusal is { } taken ? PlanAnswer.Refuse(taken) : await FillAsync(made.Value, revert, caller, cancellationToken);
    }

    /// <summary>How many work in a grid is not what the plan changed.</summary>
    private static Change WithPresentStaff(Change change, Division division)
    {
        if (change is not GridChange { Before: { } before } grid || !division.HasGrid(before.Id))
        {
            return change;
        }

        var workers = division.RowOf(before.Id).Workers;
        return new GridChange(before with { Workers = workers }, grid.After is { } after ? after with { Workers = workers } : null);
    }

    private async Task<PlanAnswer> FillAsync(int planId, Revert revert, Caller caller, CancellationToken cancellationToken)
    {
        using var turn = await drafts.TakeAsync(planId, cancellationToken);
        if (turn is null || turn.Draft.Plan.OperationCount > 0)
        {
            return new PlanAnswer(planId, null);
        }

        var done = turn.Draft.Apply([revert], rules, _ => null, out _);
        var isWritten = !done.IsRefused
            && await write.RunAsync(turn.Draft, 0, [(done.Value[0], null)], null, caller, cancellationToken);
        if (!isWritten)
        {
            turn.Forget();
        }

        return new PlanAnswer(planId, done.Refusal ?? (isWritten ? null : PlanRefusals.ChangedMeanwhile));
    }

    private async Task<(int Area, Change[]? Changes)> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (area, takenBack) = await connection.QuerySingleAsync<(int AreaId, string? TakenBack)>(new CommandDefinition(
            Sql.Beside<RevertPlan>(), new { id }, cancellationToken: cancellationToken));
        return (area, takenBack is null ? null : ((Revert)BoundaryJson.ReadOperation(takenBack)).Changes);
    }
}
