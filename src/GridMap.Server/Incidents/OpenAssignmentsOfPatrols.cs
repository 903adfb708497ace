using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Loads what patrols were sent to and have not finished, oldest first; as far as the caller may see the incidents.</summary>
public sealed class OpenAssignmentsOfPatrols(NpgsqlDataSource database, IncidentReach reach, Caller caller) : DataLoader<int, IReadOnlyList<Assignment>>
{
    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<Assignment>>> LoadBatchAsync(
        IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var grids = await reach.GridsAsync(caller, Permission.SeeIncidents, null, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var assignments = await connection.QueryAsync<Assignment>(new CommandDefinition(
            Sql.Beside<OpenAssignmentsOfPatrols>(), new { ids = keys.ToArray(), grids, account_id = caller.AccountId }, cancellationToken: cancellationToken));
        return assignments
            .GroupBy(assignment => assignment.PatrolId)
            .ToDictionary(group => group.Key, IReadOnlyList<Assignment> (group) => [.. group]);
    }
}
