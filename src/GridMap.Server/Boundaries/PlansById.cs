using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Loads plans by id.</summary>
public sealed class PlansById(NpgsqlDataSource database) : DataLoader<int, Plan>
{
    protected override async Task<IReadOnlyDictionary<int, Plan>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var plans = await connection.QueryAsync<Plan>(new CommandDefinition(
            Sql.Beside<PlansById>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return plans.ToDictionary(plan => plan.Id);
    }
}
