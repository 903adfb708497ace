using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>One row of the ledger of points.</summary>
public sealed record PointsEntry
{
    public required int VolunteerId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Points { get; init; }

    public required string Reason { get; init; }

    public string? RuleVersion { get; init; }
}

/// <summary>Loads the last hundred entries of volunteers' ledgers, newest first.</summary>
public sealed class LedgersOfVolunteers(NpgsqlDataSource database) : DataLoader<int, IReadOnlyList<PointsEntry>>
{
    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<PointsEntry>>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<PointsEntry>(new CommandDefinition(
            Sql.Beside<LedgersOfVolunteers>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.GroupBy(entry => entry.VolunteerId).ToDictionary(group => group.Key, IReadOnlyList<PointsEntry> (group) => [.. group]);
    }
}
