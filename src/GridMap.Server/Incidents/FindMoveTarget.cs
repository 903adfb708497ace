using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>An incident as it stands before somebody moves it.</summary>
public sealed record MoveTarget
{
    public required Guid Id { get; init; }

    public required Step Step { get; init; }

    public required int Revision { get; init; }

    public int? GridId { get; init; }

    public required string ClassVersion { get; init; }

    public required string ClassCode { get; init; }

    public required bool IsSuspended { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public required int Extensions { get; init; }

    public required bool IsSupervised { get; init; }

    public Guid? DuplicateOf { get; init; }

    public required bool IsCalledBack { get; init; }

    public int? Rating { get; init; }

    public required bool HasDuplicates { get; init; }

    /// <summary>The incident it is to be merged into, if there is one; so what follows.</summary>
    public Guid? IntoId { get; init; }

    public Step? IntoStep { get; init; }

    public int? IntoGridId { get; init; }

    public Guid? IntoDuplicateOf { get; init; }

    /// <summary>What was sent with the same key before; null if nothing was.</summary>
    public byte[]? KeyedDigest { get; init; }

    /// <summary>Whether there is the patrol that is to be sent; what follows is about it.</summary>
    public required bool HasPatrol { get; init; }

    public int? PatrolGridId { get; init; }

    public required bool IsOnDuty { get; init; }

    /// <summary>The patrol that is at it; null while none is.</summary>
    public int? SentPatrolId { get; init; }

    /// <summary>That patrol has said that it is there.</summary>
    public required bool HasArrived { get; init; }

    /// <summary>The patrol that the caller belongs to.</summary>
    public int? CallersPatrolId { get; init; }

    public Step? LastFrom { get; init; }

    public Step? LastTo { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    public string? LastActor { get; init; }

    public string? LastActorName { get; init; }

    public string? LastNote { get; init; }

    public Standing Standing => new(Step, IsSuspended, DueAt, Extensions, IsSupervised, DuplicateOf, IsCalledBack, Rating);

    public MergeTarget? Into => IntoId is { } id ? new MergeTarget(id, IntoStep!.Value, IntoDuplicateOf) : null;

    /// <summary>The last row of its history.</summary>
    public StepTaken? Last => LastTo is { } to && LastAt is { } at ? new StepTaken(LastFrom, to, at, LastActor!, LastNote) : null;
}

/// <summary>Finds the incident that is to be moved, and what is needed to judge the move.</summary>
public sealed class FindMoveTarget(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<MoveTarget?> RunAsync(
        IncidentKey incident, Caller caller, CancellationToken cancellationToken, string? idempotencyKey = null, int? patrolId = null, IncidentKey? into = null)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = new
        {
            id = incident.Id,
            number = incident.Number,
            key = idempotencyKey,
            patrol_id = patrolId,
            account_id = caller.AccountId,
            into_id = into?.Id,
            into_number = into?.Number,
            now = clock.GetUtcNow().UtcDateTime,
        };
        return await connection.QuerySingleOrDefaultAsync<MoveTarget>(new CommandDefinition(
            Sql.Beside<FindMoveTarget>(), columns, cancellationToken: cancellationToken));
    }
}
