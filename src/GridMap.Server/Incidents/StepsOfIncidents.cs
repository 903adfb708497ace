using Dapper;
using GridMap.Core.Incidents;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Loads the steps that incidents took, oldest first.</summary>
public sealed class StepsOfIncidents(NpgsqlDataSource database) : DataLoader<Guid, IReadOnlyList<StepTaken>>
{
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<StepTaken>>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            Sql.Beside<StepsOfIncidents>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return rows
            .GroupBy(row => row.IncidentId, row => new StepTaken(row.FromStep, row.ToStep, row.At, row.Actor, row.Note))
            .ToDictionary(group => group.Key, IReadOnlyList<StepTaken> (group) => [.. group]);
    }

    private sealed record Row
    {
        public required Guid IncidentId { get; init; }

        public Step? FromStep { get; init; }

        public required Step ToStep { get; init; }

        public required DateTimeOffset At { get; init; }

        public required string Actor { get; init; }

        public string? Note { get; init; }
    }
}
