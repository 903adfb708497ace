using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads when the patrol points of areas, at any depth, were last visited; nothing where none ever was.</summary>
public sealed class LastCheckInsOfAreas(NpgsqlDataSource database, CurrentAreas areas, Caller caller) : DataLoader<int, DateTimeOffset?>
{
    protected override async Task<IReadOnlyDictionary<int, DateTimeOffset?>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeVisits, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var visits = await connection.QueryAsync<(int AreaId, DateTimeOffset At)>(new CommandDefinition(
            Sql.Beside<LastCheckInsOfAreas>(), new { areas = keys.ToArray(), grids = scope.Grids }, cancellationToken: cancellationToken));
        return visits.ToDictionary(visit => visit.AreaId, DateTimeOffset? (visit) => visit.At);
    }
}
