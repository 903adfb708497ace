using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Loads alarms by id; those that the caller may not see are not there.</summary>
public sealed class AlarmsById(NpgsqlDataSource database, CurrentAreas areas, Caller caller) : DataLoader<int, Alarm>
{
    protected override async Task<IReadOnlyDictionary<int, Alarm>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeAlarms, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Alarm>(new CommandDefinition(
            Sql.Beside<AlarmsById>(), new { ids = keys.ToArray(), grids = scope.Grids }, cancellationToken: cancellationToken));
        return found.ToDictionary(alarm => alarm.Id);
    }
}
