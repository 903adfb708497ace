using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Schema;

namespace GridMap.Server.Incidents;

/// <summary>An extension as a request says it.</summary>
public sealed record ExtendIncidentInput(string Incident, Step ExpectedStep, int Amount, DeadlineUnit Unit, string Note, string IdempotencyKey);

/// <summary>A merger as a request says it.</summary>
public sealed record MergeIncidentInput(string Incident, Step ExpectedStep, string Into, string? Note, string IdempotencyKey);

/// <summary>A rating as a request says it.</summary>
public sealed record RateIncidentInput(string Incident, int Rating, string? Note, string IdempotencyKey);

/// <summary>The side steps of the loop.</summary>
[MutationType]
public static class SideStepMutations
{
    public static Task<IncidentAnswer> ExtendIncidentAsync(ExtendIncidentInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(
            input.Incident,
            incident => new MoveRequest(incident, Move.Extend, input.ExpectedStep, input.IdempotencyKey, input.Note)
            {
                Extension = new Extension(input.Amount, input.Unit),
            },
            caller,
            move,
            cancellationToken);

    public static Task<IncidentAnswer> SuspendIncidentAsync(ExplainedMoveInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.Suspend, input, caller, move, cancellationToken);

    public static Task<IncidentAnswer> ResumeIncidentAsync(MoveIncidentInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(
            input.Incident,
            incident => new MoveRequest(incident, Move.Resume, input.ExpectedStep, input.IdempotencyKey, input.Note),
            caller,
            move,
            cancellationToken);

    public static Task<IncidentAnswer> SuperviseIncidentAsync(ExplainedMoveInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.Supervise, input, caller, move, cancellationToken);

    public static Task<IncidentAnswer> SelfHandleIncidentAsync(ExplainedMoveInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.SelfHandle, input, caller, move, cancellationToken);

    public static async Task<IncidentAnswer> MergeIncidentAsync(MergeIncidentInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var into = IncidentKey.Parse(input.Into);
        return into.Refusal is { } malformed
            ? IncidentAnswer.Refuse(malformed)
            : await RunAsync(
                input.Incident,
                incident => new MoveRequest(incident, Move.Merge, input.ExpectedStep, input.IdempotencyKey, input.Note) { Into = into.Value },
                caller,
                move,
                cancellationToken);
    }

    public static Task<IncidentAnswer> ReopenIncidentAsync(ExplainedMoveInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.Reopen, input, caller, move, cancellationToken);

    public static Task<IncidentAnswer> CallBackIncidentAsync(ExplainedMoveInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(Move.CallBack, input, caller, move, cancellationToken);

    public static Task<IncidentAnswer> RateIncidentAsync(RateIncidentInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) =>
        RunAsync(
            input.Incident,
            incident => new MoveRequest(incident, Move.Rate, Step.Closed, input.IdempotencyKey, input.Note) { Rating = input.Rating },
            caller,
            move,
            cancellationToken);

    private static Task<IncidentAnswer> RunAsync(
        Move kind, ExplainedMoveInput input, Caller caller, MoveIncident move, CancellationToken cancellationToken) => RunAsync(
            input.Incident,
            incident => new MoveRequest(incident, kind, input.ExpectedStep, input.IdempotencyKey, input.Note),
            caller,
            move,
            cancellationToken);

    private static async Task<IncidentAnswer> RunAsync(
        string incident, Func<IncidentKey, MoveRequest> request, Caller caller, MoveIncident move, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var key = IncidentKey.Parse(incident);
        return key.Refusal is { } malformed ? IncidentAnswer.Refuse(malformed) : await move.RunAsync(request(key.Value), caller, cancellationToken);
    }
}
