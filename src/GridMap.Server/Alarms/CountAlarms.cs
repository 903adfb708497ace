using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Counts the alarms that a filter keeps and a caller may see.</summary>
public sealed class CountAlarms(NpgsqlDataSource database, CurrentAreas areas)
{
    public async Task<int> RunAsync(AlarmFilter filter, Caller caller, CancellationToken cancellationToken)
    {
        var columns = filter.Columns(await areas.ScopeAsync(caller, Permission.SeeAlarms, filter.AreaId, cancellationToken));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(Sql.Beside<CountAlarms>(), columns, cancellationToken: cancellationToken));
    }
}
