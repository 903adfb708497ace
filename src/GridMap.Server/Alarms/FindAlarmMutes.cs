using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Finds the mutes in force.</summary>
public sealed class FindAlarmMutes(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>By their end.</summary>
    public async Task<IReadOnlyList<AlarmMute>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<AlarmMuteRow>(new CommandDefinition(
            Sql.Beside<FindAlarmMutes>(), new { now = clock.GetUtcNow().UtcDateTime, account = default(int?) }, cancellationToken: cancellationToken));
        return [.. found.Select(row => row.Mute)];
    }
}
