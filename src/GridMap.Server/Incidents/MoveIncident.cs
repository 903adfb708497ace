using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>
/// Moves an incident through the loop. The table of transitions decides; one statement writes the step, its history, the assignments and the change row,
/// and only if the incident is still what was judged. The same key again is the same move.
/// </summary>
public sealed class MoveIncident(
    NpgsqlDataSource database, FindMoveTarget findTarget, JudgeMove judge, FindDueTime findDue, CurrentAreas areas, LoadIncident load, TimeProvider clock)
{
    // Each loser of a race had a winner before it, so that only a crowd of more than these is sent away.
    private const int Attempts = 32;

    public async Task<IncidentAnswer> RunAsync(MoveRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Parse(request.Key, caller);
        if (key.Refusal is { } malformed)
        {
            return IncidentAnswer.Refuse(malformed);
        }

        // Who loses a race is judged again by what is there now: it may be the same request, sent twice.
        for (var attempt = 1; ; attempt++)
        {
            var found = await findTarget.RunAsync(request.Incident, caller, cancellationToken, key.Value, request.PatrolId, request.Into);
            if (found is not { } target)
            {
                return IncidentAnswer.Unknown;
            }

            var judged = await JudgeAsync(target, request, caller, cancellationToken);
            if (judged.Refusal is { } refusal)
            {
                return await RefuseAsync(target, refusal, caller, cancellationToken);
            }

            if (judged.Value is not { } transition || await WriteAsync(target, transition, request, key.Value, caller, cancellationToken))
            {
                return new IncidentAnswer(await load.RunAsync(target.Id, cancellationToken), null);
            }

            if (attempt == Attempts)
            {
                return await RefuseAsync(target, await judge.ConflictAsync(target, cancellationToken), caller, cancellationToken);
            }
        }
    }

    /// <summary>No transition where it has been made already, by this very request.</summary>
    private async Task<Result<Transition?>> JudgeAsync(MoveTarget target, MoveRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (target.KeyedDigest is { } digest)
        {
            return digest.AsSpan().SequenceEqual(request.DigestFor(target.Id)) ? default(Transition) : IdempotencyKey.Reused;
        }

        var judged = await judge.RunAsync(target, request, caller, cancellationToken);
        return judged.Refusal is { } refusal ? refusal : judged.Value;
    }

    /// <summary>False when the incident has changed, or the key has been used, since it was looked at.</summary>
    private async Task<bool> WriteAsync(
        MoveTarget target, Transition transition, MoveRequest request, string key, Caller caller, CancellationToken cancellationToken)
    {
        // As the database keeps it: what is worked out of the history later is worked out of the same instant.
        var instant = clock.GetUtcNow();
        var now = instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
        var due = await findDue.RunAsync(target, request, now, cancellationToken);
        var columns = new
        {
            id = target.Id,
            revision = target.Revision,
            from = Steps.NameOf(transition.From),
            to = Steps.NameOf(transition.To),
            now = now.UtcDateTime,
            actor = caller.Name,
            note = request.TidyNote,
            key,
            digest = request.DigestFor(target.Id),
            sets_due = due.IsSet,
            due_at = due.At?.UtcDateTime,
            handling_due_at = due.HandlingAt?.UtcDateTime,
            amount = request.Extension?.Amount,
            unit = request.Extension is { } extension ? Moves.NameOf(extension.Unit) : null,
            related_id = request.Move == Move.Merge ? target.IntoId : null,
            rating = (short?)request.Rating,
            move = Moves.NameOf(transition.Move),
            assignment = transition.Assignment.ToString(),
            assignment_id = Guid.CreateVersion7(now),
            patrol_id = request.PatrolId ?? target.SentPatrolId,
            outcome = AssignmentOutcomes.Of(transition.Move).ToString().ToLowerInvariant(),
        };
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            return await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
                Sql.Beside<MoveIncident>(), columns, cancellationToken: cancellationToken)) is not null;
        }
        catch (PostgresException taken) when (taken.ConstraintName == "incident_step_idempotency_key")
        {
            return false;
        }
        catch (PostgresException both) when (both.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            // Two incidents were merged into each other at once.
            return false;
        }
    }

    private async Task<IncidentAnswer> RefuseAsync(MoveTarget target, Refusal refusal, Caller caller, CancellationToken cancellationToken)
    {
        var path = (await areas.LoadAsync(cancellationToken)).PathOf(target.GridId);
        return AccessRules.Allows(caller, Permission.SeeIncidents, path)
            ? IncidentAnswer.Refuse(await load.RunAsync(target.Id, cancellationToken), refusal, target.Last)
            : IncidentAnswer.Refuse(refusal);
    }
}
