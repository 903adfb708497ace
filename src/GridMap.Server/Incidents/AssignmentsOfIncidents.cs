using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Loads the patrols that were sent to incidents, oldest first.</summary>
public sealed class AssignmentsOfIncidents(NpgsqlDataSource database, Caller caller) : DataLoader<Guid, IReadOnlyList<Assignment>>
{
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Assignment>>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var assignments = await connection.QueryAsync<Assignment>(new CommandDefinition(
            Sql.Beside<AssignmentsOfIncidents>(), new { ids = keys.ToArray(), account_id = caller.AccountId }, cancellationToken: cancellationToken));
        return assignments
            .GroupBy(assignment => assignment.IncidentId)
            .ToDictionary(group => group.Key, IReadOnlyList<Assignment> (group) => [.. group]);
    }
}
