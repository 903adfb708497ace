using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Counts the check-ins at patrol points in a period.</summary>
public sealed class CountCheckInsOfPoints(NpgsqlDataSource database) : DataLoader<int, CheckInPeriod, int>
{
    protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(
        IReadOnlyList<int> keys, CheckInPeriod arguments, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = new { ids = keys.ToArray(), from = arguments.From?.UtcDateTime, until = arguments.Until?.UtcDateTime };
        var counts = await connection.QueryAsync<(int PatrolPointId, int Visits)>(new CommandDefinition(
            Sql.Beside<CountCheckInsOfPoints>(), columns, cancellationToken: cancellationToken));
        return counts.ToDictionary(count => count.PatrolPointId, count => count.Visits);
    }
}
