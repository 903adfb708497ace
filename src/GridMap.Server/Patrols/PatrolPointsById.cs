using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads patrol points by id.</summary>
public sealed class PatrolPointsById(NpgsqlDataSource database) : DataLoader<int, PatrolPoint>
{
    protected override async Task<IReadOnlyDictionary<int, PatrolPoint>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<PatrolPoint>(new CommandDefinition(
            Sql.Beside<PatrolPointsById>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(point => point.Id);
    }
}
