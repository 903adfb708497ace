using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads how grids stand; those that the caller may not see the patrols of are not there.</summary>
public sealed class GridWatchesById(NpgsqlDataSource database, CurrentAreas areas, Caller caller) : DataLoader<int, GridWatch>
{
    protected override async Task<IReadOnlyDictionary<int, GridWatch>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeePatrols, cancellationToken);
        var seen = keys.Where(key => scope.Contains(key)).ToArray();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<GridWatch>(new CommandDefinition(
            Sql.Beside<FindGridWatches>(), new { grids = seen, states = default(string[]) }, cancellationToken: cancellationToken));
        return found.ToDictionary(watch => watch.GridId);
    }
}
