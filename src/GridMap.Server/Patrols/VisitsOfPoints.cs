using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads how often patrol points have been visited in the period that runs.</summary>
public sealed class VisitsOfPoints(NpgsqlDataSource database, TimeProvider clock) : DataLoader<int, PointVisits>
{
    protected override async Task<IReadOnlyDictionary<int, PointVisits>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<PointVisits>(new CommandDefinition(
            Sql.Beside<VisitsOfPoints>(), new { ids = keys.ToArray(), at = clock.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
        return found.ToDictionary(visits => visits.Id);
    }
}
