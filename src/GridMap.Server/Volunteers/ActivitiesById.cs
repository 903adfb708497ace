using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Loads activities by id.</summary>
public sealed class ActivitiesById(NpgsqlDataSource database) : DataLoader<Guid, Activity>
{
    protected override async Task<IReadOnlyDictionary<Guid, Activity>> LoadBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Activity>(new CommandDefinition(
            Sql.Beside<ActivitiesById>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(activity => activity.Id);
    }
}
