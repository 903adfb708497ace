using System.Text.Json;
using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Finds how the grids stand that a caller may see the patrols of.</summary>
public sealed class FindGridWatches(NpgsqlDataSource database, CurrentAreas areas)
{
    /// <param name="states">Null for all.</param>
    /// <param name="within">An area; null for everywhere.</param>
    public async Task<IReadOnlyList<GridWatch>> RunAsync(
        IReadOnlyList<GridWatchState>? states, int? within, Caller caller, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeePatrols, within, cancellationToken);
        var columns = new
        {
            grids = scope.Grids,
            states = states?.Select(state => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString())).ToArray(),
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<GridWatch>(new CommandDefinition(Sql.Beside<FindGridWatches>(), columns, cancellationToken: cancellationToken));
        return found.AsList();
    }
}
