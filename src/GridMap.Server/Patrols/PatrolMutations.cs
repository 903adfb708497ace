using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Api;
using GridMap.Platform.Schema;

namespace GridMap.Server.Patrols;

/// <summary>A check-in, or why there is none.</summary>
public sealed record CheckInPayload(long? CheckInId, Refusal? Refusal);

/// <summary>A patrol point as it is now, where there is one, and why nothing was changed, if nothing was.</summary>
public sealed record PatrolPointPayload(int? PatrolPointId, Refusal? Refusal);

/// <summary>What patrols send, and what may be done at and with patrol points: each takes one operation, which decides and answers.</summary>
[MutationType]
public static class PatrolMutations
{
    public static async Task<CheckInPayload> CheckInAsync(CheckInInput input, Caller caller, CheckInAtPoint checkIn, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var made = await checkIn.RunAsync(input, caller, cancellationToken);
        return made.Refusal is { } refusal ? new CheckInPayload(null, refusal) : new CheckInPayload(made.Value, null);
    }

    public static Task<ReportedPositions> ReportPositionsAsync(
        ReportPositionsInput input, Caller caller, ReportPositions report, CancellationToken cancellationToken)
    {
        caller.Require(Permission.SendPositions);
        return report.RunAsync(input, caller, cancellationToken);
    }

    public static async Task<PatrolPointPayload> CreatePatrolPointAsync(
        CreatePatrolPointInput input, Caller caller, CreatePatrolPoint create, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        var made = await create.RunAsync(input, caller, cancellationToken);
        return made.Refusal is { } refusal ? new PatrolPointPayload(null, refusal) : new PatrolPointPayload(made.Value, null);
    }

    public static async Task<PatrolPointPayload> UpdatePatrolPointAsync(
        UpdatePatrolPointInput input, Caller caller, ChangePatrolPoint change, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return AnswerOf(input.Id, await change.RunAsync(input, caller, cancellationToken));
    }

    public static async Task<PatrolPointPayload> RemovePatrolPointAsync(
        RemovePatrolPointInput input, Caller caller, ChangePatrolPoint change, CancellationToken cancellationToken)
    {
        caller.RequireKnown();
        return AnswerOf(input.Id, await change.RunAsync(input, caller, cancellationToken));
    }

    private static PatrolPointPayload AnswerOf(string id, Refusal? refusal) =>
        new(RequestValue.Id(id) is { IsRefused: false } known ? known.Value : null, refusal);
}

/// <summary>What a check-in answers with.</summary>
[ObjectType<CheckInPayload>]
public static class CheckInPayloadResolvers
{
    public static ValueTask<CheckIn?> CheckInAsync([Parent] CheckInPayload payload, CheckInsById checkIns, CancellationToken cancellationToken) =>
        payload.CheckInId is { } id ? checkIns.LoadAsync(id, cancellationToken) : default;
}

/// <summary>What a change of a patrol point answers with.</summary>
[ObjectType<PatrolPointPayload>]
public static class PatrolPointPayloadResolvers
{
    public static ValueTask<PatrolPoint?> PatrolPointAsync([Parent] PatrolPointPayload payload, PatrolPointsById points, CancellationToken cancellationToken) =>
        payload.PatrolPointId is { } id ? points.LoadAsync(id, cancellationToken) : default;
}
