using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Ends a mute of the caller's own before its time; again changes nothing.</summary>
public sealed class UnmuteAlarms(NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly Refusal Unknown = new("MUTE_UNKNOWN", "You have no such mute; check its id.", "您没有这一静音；请核对 id。");

    public async Task<AlarmMuteAnswer> RunAsync(string id, Caller caller, CancellationToken cancellationToken)
    {
        var parsed = RequestValue.Id(id);
        if ((AlarmRefusals.FindListenerRefusal(caller) ?? parsed.Refusal) is { } refusal)
        {
            return new AlarmMuteAnswer(null, refusal);
        }

        var columns = new { id = parsed.Value, account = caller.Id, now = clock.GetUtcNow().UtcDateTime };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<UnmuteAlarms>(), columns, cancellationToken: cancellationToken));
        var row = await connection.QuerySingleOrDefaultAsync<AlarmMuteRow>(new CommandDefinition(
            Sql.Beside<UnmuteAlarms>("stand"), columns, cancellationToken: cancellationToken));
        return row is null ? new AlarmMuteAnswer(null, Unknown) : new AlarmMuteAnswer(row.Mute, null);
    }
}
