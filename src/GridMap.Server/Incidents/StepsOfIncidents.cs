using Dapper;
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
        var rows = await connection.QueryAsync<StepRow>(new CommandDefinition(
            Sql.Beside<StepsOfIncidents>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return rows
            .GroupBy(row => row.IncidentId, row => row.Taken)
            .ToDictionary(group => group.Key, IReadOnlyList<StepTaken> (group) => [.. group]);
    }
}
