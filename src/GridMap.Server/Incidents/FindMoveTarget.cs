using Dapper;
using GridMap.Core.Incidents;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>An incident as it stands before somebody moves it.</summary>
public sealed record MoveTarget
{
    public required Guid Id { get; init; }

    public required Step Step { get; init; }

    public int? GridId { get; init; }

    /// <summary>What was sent with the same key before; null if nothing was.</summary>
    public byte[]? KeyedDigest { get; init; }

    /// <summary>Whether there is the patrol that is to be sent.</summary>
    public required bool HasPatrol { get; init; }

    /// <summary>A patrol is on the way and has said that it is there.</summary>
    public required bool HasArrived { get; init; }
}

/// <summary>Finds the incident that is to be moved, and what is needed to judge the move.</summary>
public sealed class FindMoveTarget(NpgsqlDataSource database)
{
    public async Task<MoveTarget?> RunAsync(IncidentKey incident, string? idempotencyKey, int? patrolId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = new { id = incident.Id, number = incident.Number, key = idempotencyKey, patrol_id = patrolId };
        return await connection.QuerySingleOrDefaultAsync<MoveTarget>(new CommandDefinition(
            Sql.Beside<FindMoveTarget>(), columns, cancellationToken: cancellationToken));
    }
}
