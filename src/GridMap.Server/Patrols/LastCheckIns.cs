using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads the last check-in at patrol points.</summary>
public sealed class LastCheckIns(NpgsqlDataSource database, CurrentAreas areas, Caller caller) : DataLoader<int, CheckIn>
{
    protected override async Task<IReadOnlyDictionary<int, CheckIn>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeVisits, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<CheckIn>(new CommandDefinition(
            Sql.Beside<LastCheckIns>(), new { ids = keys.ToArray(), grids = scope.Grids }, cancellationToken: cancellationToken));
        return found.ToDictionary(checkIn => checkIn.PatrolPointId);
    }
}
