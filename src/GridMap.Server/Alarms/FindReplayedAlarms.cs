using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Replay;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Finds the alarms that stood at any moment of a period.</summary>
public sealed class FindReplayedAlarms(NpgsqlDataSource database, CurrentAreas areas)
{
    public const int Most = 20_000;

    public async Task<IReadOnlyList<Alarm>> RunAsync(ReplayPeriod period, Caller caller, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeAlarms, period.Within, cancellationToken);
        var columns = new { from = period.From.UtcDateTime, until = period.Until.UtcDateTime, grids = scope.Grids, limit = Most };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Alarm>(new CommandDefinition(
            Sql.Beside<FindReplayedAlarms>(), columns, cancellationToken: cancellationToken))).AsList();
    }
}
