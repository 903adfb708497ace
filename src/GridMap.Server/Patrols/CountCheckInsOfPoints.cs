using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Counts the check-ins at patrol points in a period.</summary>
public sealed class CountCheckInsOfPoints(NpgsqlDataSource database, CurrentAreas areas, Caller caller) : DataLoader<int, CheckInPeriod, int>
{
    protected override async Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(
        IReadOnlyList<int> keys, CheckInPeriod arguments, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeVisits, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = new { ids = keys.ToArray(), grids = scope.Grids, from = arguments.From?.UtcDateTime, until = arguments.Until?.UtcDateTime };
        var counts = await connection.QueryAsync<(int PatrolPointId, int Visits)>(new CommandDefinition(
            Sql.Beside<CountCheckInsOfPoints>(), columns, cancellationToken: cancellationToken));
        return counts.ToDictionary(count => count.PatrolPointId, count => count.Visits);
    }
}
