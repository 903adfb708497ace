using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>The instant whose period is asked for; null for now.</summary>
public readonly record struct VisitsAt(DateTimeOffset? At);

/// <summary>Loads how often patrol points have been visited in the period that runs at an instant.</summary>
public sealed class VisitsOfPoints(NpgsqlDataSource database, TimeProvider clock) : DataLoader<int, VisitsAt, PointVisits>
{
    protected override async Task<IReadOnlyDictionary<int, PointVisits>> LoadBatchAsync(
        IReadOnlyList<int> keys, VisitsAt arguments, CancellationToken cancellationToken)
    {
        var columns = new { ids = keys.ToArray(), at = (arguments.At ?? clock.GetUtcNow()).UtcDateTime };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<PointVisits>(new CommandDefinition(Sql.Beside<VisitsOfPoints>(), columns, cancellationToken: cancellationToken));
        return found.ToDictionary(visits => visits.Id);
    }
}
