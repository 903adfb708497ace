using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Incidents;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Incidents;

/// <summary>A report as a request says it.</summary>
public sealed record ReportIncidentInput(
    string ClassCode,
    string Description,
    Position Position,
    string? Address,
    Reporter? Reporter,
    string? MediaUrl,
    IncidentSource Source,
    string IdempotencyKey);

/// <summary>A move of an incident as a request says it.</summary>
public sealed record MoveIncidentInput(string Incident, Step ExpectedStep, string? Note, string IdempotencyKey);

/// <summary>An assignment as a request says it.</summary>
public sealed record AssignIncidentInput(string Incident, Step ExpectedStep, string PatrolId, string? Note, string IdempotencyKey);

/// <summary>Another patrol instead of the one that was sent, as a request says it.</summary>
public sealed record ReassignIncidentInput(
    string Incident, Step ExpectedStep, string ExpectedPatrolId, string PatrolId, string? Note, string IdempotencyKey);

/// <summary>A move that needs words, as a request says it.</summary>
public sealed record ExplainedMoveInput(string Incident, Step ExpectedStep, string Note, string IdempotencyKey);

/// <summary>What may be done to incidents: each takes one operation, which decides and answers.</summary>
[MutationType]
public static class IncidentMutations
{
    public static Task<IncidentAnswer> ReportIncidentAsync(
        ReportIncidentInput input, Caller caller, ReportAsCaller report, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return report.RunAsync(input, caller, cancellationToken);
    }

    public static Task<IncidentAnswer> RegisterIncidentAsync(MoveIncidentInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.Register, input, caller, move, cancellationToken);

    public static async Task<IncidentAnswer> AssignIncidentAsync(
        AssignIncidentInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var (incident, patrol) = (IncidentKey.Parse(input.Incident), RequestValue.Id(input.PatrolId));
        return (patrol.Refusal ?? incident.Refusal) is { } malformed
            ? IncidentAnswer.Refuse(malformed)
            : await move.RunAsync(
                new MoveRequest(incident.Value, Move.Assign, input.ExpectedStep, input.IdempotencyKey, input.Note, patrol.Value), caller, cancellationToken);
    }

    public static async Task<IncidentAnswer> ReassignIncidentAsync(
        ReassignIncidentInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var (incident, expected, patrol) = (IncidentKey.Parse(input.Incident), RequestValue.Id(input.ExpectedPatrolId), RequestValue.Id(input.PatrolId));
        return (expected.Refusal ?? patrol.Refusal ?? incident.Refusal) is { } malformed
            ? IncidentAnswer.Refuse(malformed)
            : await move.RunAsync(
                new MoveRequest(incident.Value, Move.Reassign, input.ExpectedStep, input.IdempotencyKey, input.Note, patrol.Value, expected.Value),
                caller,
                cancellationToken);
    }

    public static Task<IncidentAnswer> DeclineAssignmentAsync(ExplainedMoveInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.Decline, Of(input), caller, move, cancellationToken);

    public static Task<IncidentAnswer> AcceptAssignmentAsync(MoveIncidentInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.Accept, input, caller, move, cancellationToken);

    public static async Task<IncidentAnswer> ArriveAtIncidentAsync(
        string incident, Caller caller, ArriveAtIncident arrive, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var key = IncidentKey.Parse(incident);
        return key.Refusal is { } malformed ? IncidentAnswer.Refuse(malformed) : await arrive.RunAsync(key.Value, caller, cancellationToken);
    }

    public static Task<IncidentAnswer> SubmitFeedbackAsync(ExplainedMoveInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.SubmitFeedback, Of(input), caller, move, cancellationToken);

    public static Task<IncidentAnswer> CloseIncidentAsync(MoveIncidentInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.Close, input, caller, move, cancellationToken);

    public static Task<IncidentAnswer> VoidIncidentAsync(ExplainedMoveInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.Void, Of(input), caller, move, cancellationToken);

    public static Task<IncidentAnswer> ReturnIncidentAsync(ExplainedMoveInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.Return, Of(input), caller, move, cancellationToken);

    private static MoveIncidentInput Of(ExplainedMoveInput input) => new(input.Incident, input.ExpectedStep, input.Note, input.IdempotencyKey);

    private static async Task<IncidentAnswer> RunAsync(
        Move kind, MoveIncidentInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var key = IncidentKey.Parse(input.Incident);
        return key.Refusal is { } malformed
            ? IncidentAnswer.Refuse(malformed)
            : await move.RunAsync(
                new MoveRequest(key.Value, kind, input.ExpectedStep, input.IdempotencyKey, input.Note), caller, cancellationToken);
    }
}

/// <summary>How a change ended, as the schema names it.</summary>
[ObjectType<IncidentAnswer>("IncidentPayload")]
public static class IncidentAnswerResolvers;
