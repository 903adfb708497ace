using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>What somebody wants said or decided about a plan that they saw at a version.</summary>
/// <param name="ExpectedVersion">Null: whatever it is.</param>
/// <param name="IdempotencyKey">Null where the version alone tells a repeated request.</param>
public sealed record ReviewRequest(
    string Plan, int? ExpectedVersion, string? Comment = null, Position? Position = null, string? IdempotencyKey = null, DateTimeOffset? EffectiveAt = null);

/// <summary>Moves a plan through its life: submits, withdraws, comments, approves, rejects, schedules.</summary>
public sealed class ReviewPlan(NpgsqlDataSource database, CurrentAreas areas, FindPlanRequest findRequest, TimeProvider clock)
{
    public async Task<PlanAnswer> RunAsync(PlanMove move, ReviewRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var (id, key) = (RequestValue.Id(request.Plan), KeyOf(move, request, caller));
        if ((id.Refusal ?? key.Refusal ?? PlanRefusals.FindTextRefusal(request.Comment)) is { } malformed)
        {
            return PlanAnswer.Refuse(malformed);
        }

        var tree = await areas.LoadAsync(cancellationToken);
        if (await FindAsync(id.Value, cancellationToken) is not { } found)
        {
            return PlanAnswer.Refuse(PlanRefusals.Unknown);
        }

        var refusal = FindRefusal(move, request, found.Plan, found.Workers, caller, tree);
        if (refusal is not null || !await WriteAsync(move, request, id.Value, key.Value, caller, cancellationToken))
        {
            refusal = await JudgeAgainAsync(move, request, found.Plan, key.Value, refusal ?? PlanRefusals.ChangedMeanwhile, cancellationToken);
        }

        return new PlanAnswer(id.Value, refusal);
    }

    private static Result<RequestKey?> KeyOf(PlanMove move, ReviewRequest request, Caller caller)
    {
        if (request.IdempotencyKey is not { } text)
        {
            return default(RequestKey);
        }

        var key = IdempotencyKey.Parse(text, caller);
        return key.Refusal is { } malformed
            ? malformed
            : new RequestKey(key.Value, IdempotencyKey.Digest(move.Verdict.ToString(), request.Plan, request.Comment, request.Position?.ToString()));
    }

    private static Refusal? FindRefusal(
        PlanMove move, ReviewRequest request, Plan plan, IReadOnlyList<string> workers, Caller caller, AreaTree tree)
    {
        if (!AccessRules.Allows(caller, move.Needs, tree.PathOf(plan.AreaId)))
        {
            return PlanRefusals.NotAllowed;
        }

        if (move.IsDecision && workers.Contains(Plan.KeyOf(caller)))
        {
            return PlanRefusals.OwnPlan;
        }

        return !move.From.Contains(plan.Status) ? FindMisplaced(move, plan.Status)
            : request.ExpectedVersion is { } version && version != plan.Version ? PlanRefusals.ChangedMeanwhile
            : move.Verdict == PlanVerdict.Submitted && plan.Applied == 0 ? PlanRefusals.Empty
            : move.Verdict is PlanVerdict.Rejected or PlanVerdict.Comment && request.Comment is null ? PlanRefusals.ReasonMissing
            : null;
    }

    private static Refusal FindMisplaced(PlanMove move, PlanStatus status) => status switch
    {
        PlanStatus.Published => PlanRefusals.Published,
        PlanStatus.Rejected when move.Needs == Permission.ReviewBoundaries => PlanRefusals.Rejected,
        _ when move.Verdict == PlanVerdict.Scheduled => PlanRefusals.NotApproved,
        _ when move.Needs == Permission.ReviewBoundaries => PlanRefusals.NotSubmitted,
        _ => PlanRefusals.NotDraft,
    };

    /// <summary>It was not as its caller saw it: perhaps because of this very request.</summary>
    private async Task<Refusal?> JudgeAgainAsync(
        PlanMove move, ReviewRequest request, Plan plan, RequestKey? key, Refusal refusal, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            return plan.Version == request.ExpectedVersion + 1 && plan.Status == move.To && plan.EffectiveAt == request.EffectiveAt ? null : refusal;
        }

        return await findRequest.RunAsync(plan.Id, key, cancellationToken) switch
        {
            RequestStand.New => refusal,
            RequestStand.KeyReused => IdempotencyKey.Reused,
            RequestStand.Repeated => null,
            var stand => throw new InvalidOperationException($"Unknown {stand}."),
        };
    }

    private async Task<(Plan Plan, IReadOnlyList<string> Workers)?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var plan = await connection.QuerySingleOrDefaultAsync<Plan>(new CommandDefinition(
            Sql.Beside<ReviewPlan>("plan"), new { id }, cancellationToken: cancellationToken));
        var workers = await connection.QueryAsync<string>(new CommandDefinition(
            Sql.Beside<ReviewPlan>("authors"), new { id }, cancellationToken: cancellationToken));
        return plan is null ? null : (plan, workers.AsList());
    }

    private async Task<bool> WriteAsync(
        PlanMove move, ReviewRequest request, int id, RequestKey? key, Caller caller, CancellationToken cancellationToken)
    {
        var columns = new
        {
            id,
            version = request.ExpectedVersion,
            from = move.From.Select(status => status.ToString().ToLowerInvariant()).ToArray(),
            to = move.To?.ToString().ToLowerInvariant(),
            verdict = move.Verdict.ToString().ToLowerInvariant(),
            now = clock.GetUtcNow().UtcDateTime,
            effective_at = request.EffectiveAt?.UtcDateTime,
            actor_key = Plan.KeyOf(caller),
            actor = caller.Name,
            comment = request.Comment?.Trim(),
            longitude = request.Position?.Longitude,
            latitude = request.Position?.Latitude,
            key = key?.Key,
            digest = key?.Digest,
        };
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
                Sql.Beside<ReviewPlan>(), columns, cancellationToken: cancellationToken)) is not null;
        }
        catch (PostgresException taken) when (taken.ConstraintName == "plan_review_idempotency_key_key")
        {
            return false;
        }
    }
}
