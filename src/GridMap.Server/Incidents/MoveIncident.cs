using System.Globalization;
using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>What somebody wants done to an incident that they saw at a step.</summary>
/// <param name="Note">Why, or what was found and done.</param>
/// <param name="PatrolId">Whom to send, for an assignment.</param>
public sealed record MoveRequest(IncidentKey Incident, Move Move, Step Expected, string IdempotencyKey, string? Note = null, int? PatrolId = null);

/// <summary>
/// Moves an incident through the loop. The table of transitions decides; one statement writes the step, its history, the assignments and the change row,
/// and only if the incident is still where its caller saw it. The same key again is the same move.
/// </summary>
public sealed class MoveIncident(NpgsqlDataSource database, FindMoveTarget findTarget, CurrentAreas areas, LoadIncident load, TimeProvider clock)
{
    private const int Attempts = 3;

    public async Task<IncidentAnswer> RunAsync(MoveRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Parse(request.IdempotencyKey, caller);
        if (key.Refusal is { } malformed)
        {
            return IncidentAnswer.Refuse(malformed);
        }

        // Who loses a race is judged again by what is there now: it may be the same request, sent twice.
        for (var attempt = 1; ; attempt++)
        {
            if (await findTarget.RunAsync(request.Incident, key.Value, request.PatrolId, cancellationToken) is not { } target)
            {
                return IncidentAnswer.Unknown;
            }

            var path = (await areas.LoadAsync(cancellationToken)).PathOf(target.GridId);
            var judged = Judge(target, request, permission => AccessRules.Allows(caller, permission, path));
            if (judged.Refusal is { } refusal)
            {
                return await AnswerAsync(target, refusal, AccessRules.Allows(caller, Permission.SeeIncidents, path), cancellationToken);
            }

            if (judged.Value is not { } transition || await WriteAsync(target, transition, request, key.Value, caller, cancellationToken))
            {
                return await AnswerAsync(target, null, isSeen: true, cancellationToken);
            }

            if (attempt == Attempts)
            {
                return await AnswerAsync(target, Transitions.ChangedMeanwhile(target.Step), isSeen: true, cancellationToken);
            }
        }
    }

    /// <summary>No transition where it has been made already, by this very request.</summary>
    private static Result<Transition?> Judge(MoveTarget target, MoveRequest request, Func<Permission, bool> allows)
    {
        if (target.KeyedDigest is { } digest)
        {
            return digest.AsSpan().SequenceEqual(DigestOf(target, request)) ? default(Transition) : IdempotencyKey.Reused;
        }

        var judged = Transitions.Judge(request.Move, target.Step, request.Expected, request.Note, allows);
        if (judged.Refusal is { } refusal)
        {
            return refusal;
        }

        return judged.Value.Assignment == AssignmentChange.Begin && !target.HasPatrol ? IncidentAnswer.PatrolUnknown : judged.Value;
    }

    /// <summary>False when the incident has left its step, or the key has been used, since it was looked at.</summary>
    private async Task<bool> WriteAsync(
        MoveTarget target, Transition transition, MoveRequest request, string key, Caller caller, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var columns = new
        {
            id = target.Id,
            from = Steps.NameOf(transition.From),
            to = Steps.NameOf(transition.To),
            now = now.UtcDateTime,
            actor = caller.Name,
            note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
            key,
            digest = DigestOf(target, request),
            assignment = transition.Assignment.ToString(),
            assignment_id = Guid.CreateVersion7(now),
            patrol_id = request.PatrolId,
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
    }

    private async Task<IncidentAnswer> AnswerAsync(MoveTarget target, Refusal? refusal, bool isSeen, CancellationToken cancellationToken) =>
        new(isSeen ? await load.RunAsync(target.Id, cancellationToken) : null, refusal);

    private static byte[] DigestOf(MoveTarget target, MoveRequest request) => IdempotencyKey.Digest(
        target.Id.ToString(),
        request.Move.ToString(),
        request.Expected.ToString(),
        request.Note,
        request.PatrolId?.ToString(CultureInfo.InvariantCulture));
}
