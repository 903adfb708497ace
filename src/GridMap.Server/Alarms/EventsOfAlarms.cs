using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Loads what happened to alarms, oldest first.</summary>
public sealed class EventsOfAlarms(NpgsqlDataSource database) : DataLoader<int, IReadOnlyList<AlarmEvent>>
{
    protected override async Task<IReadOnlyDictionary<int, IReadOnlyList<AlarmEvent>>> LoadBatchAsync(
        IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var events = await connection.QueryAsync<(int AlarmId, DateTime At, string Happened, string? Actor, string? Note)>(new CommandDefinition(
            Sql.Beside<EventsOfAlarms>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return events
            .GroupBy(row => row.AlarmId, row => new AlarmEvent(row.At, Enum.Parse<AlarmHappening>(row.Happened, ignoreCase: true), row.Actor, row.Note))
            .ToDictionary(group => group.Key, IReadOnlyList<AlarmEvent> (group) => [.. group]);
    }
}
