using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Counts the patrols that a filter keeps of the grids whose patrols the caller sees.</summary>
public sealed class CountPatrols(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    public async Task<int> RunAsync(PatrolFilter filter, Caller caller, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeePatrols, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            Sql.Beside<CountPatrols>(), filter.Columns(scope.Grids, clock.GetUtcNow()), cancellationToken: cancellationToken));
    }
}
