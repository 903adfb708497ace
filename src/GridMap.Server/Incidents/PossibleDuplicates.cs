using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>An incident that may tell of the same thing as another.</summary>
public sealed record PossibleDuplicate
{
    public required Guid IncidentId { get; init; }

    public required Guid Id { get; init; }

    public required double Meters { get; init; }

    public required double SecondsApart { get; init; }

    public required bool IsSameClass { get; init; }
}

/// <summary>Finds for incidents what may tell of the same thing by place, time and class; as far as the caller may see it.</summary>
public sealed class PossibleDuplicates(NpgsqlDataSource database, IncidentReach reach, Caller caller) : DataLoader<Guid, IReadOnlyList<PossibleDuplicate>>
{
    private const int MostOfEach = 5;

    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<PossibleDuplicate>>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var grids = await reach.GridsAsync(caller, Permission.SeeIncidents, null, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<PossibleDuplicate>(new CommandDefinition(
            Sql.Beside<PossibleDuplicates>(), new { ids = keys.ToArray(), grids, limit = MostOfEach }, cancellationToken: cancellationToken));
        return found
            .GroupBy(duplicate => duplicate.IncidentId)
            .ToDictionary(group => group.Key, IReadOnlyList<PossibleDuplicate> (group) => [.. group]);
    }
}
