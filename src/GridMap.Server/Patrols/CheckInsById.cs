using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Loads check-ins by id.</summary>
public sealed class CheckInsById(NpgsqlDataSource database, CurrentAreas areas, Caller caller) : DataLoader<long, CheckIn>
{
    protected override async Task<IReadOnlyDictionary<long, CheckIn>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeVisits, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<CheckIn>(new CommandDefinition(
            Sql.Beside<CheckInsById>(), new { ids = keys.ToArray(), grids = scope.Grids }, cancellationToken: cancellationToken));
        return found.ToDictionary(checkIn => checkIn.Id);
    }
}
