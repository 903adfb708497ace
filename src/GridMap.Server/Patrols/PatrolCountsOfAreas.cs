using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Counts the patrols of areas, at any depth, as far as the caller may see them.</summary>
public sealed class PatrolCountsOfAreas(NpgsqlDataSource database, CurrentAreas areas, Caller caller, TimeProvider clock) : DataLoader<int, PatrolCount>
{
    protected override async Task<IReadOnlyDictionary<int, PatrolCount>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeePatrols, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var counts = await connection.QueryAsync<(int AreaId, int Total, int OnDuty)>(new CommandDefinition(
            Sql.Beside<PatrolCountsOfAreas>(),
            new { areas = keys.ToArray(), at = clock.GetUtcNow().UtcDateTime, grids = scope.Grids },
            cancellationToken: cancellationToken));
        return counts.ToDictionary(count => count.AreaId, count => new PatrolCount(count.Total, count.OnDuty));
    }
}
