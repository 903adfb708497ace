using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads patrols by id; none that the caller may not see.</summary>
public sealed class PatrolsById(NpgsqlDataSource database, CurrentAreas areas, Caller caller, TimeProvider clock) : DataLoader<int, Patrol>
{
    protected override async Task<IReadOnlyDictionary<int, Patrol>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeePatrols, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Patrol>(new CommandDefinition(
            Sql.Beside<PatrolsById>(),
            new { ids = keys.ToArray(), at = clock.GetUtcNow().UtcDateTime, grids = scope.Grids },
            cancellationToken: cancellationToken));
        return found.ToDictionary(patrol => patrol.Id);
    }
}
