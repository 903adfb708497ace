using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>One alarm that somebody knows of, as a request says it.</summary>
public sealed record AcknowledgeAlarmInput(string Id, string? Note);

/// <summary>Acknowledges one alarm by name. Of two who do so at once one wins, and the other is told who.</summary>
public sealed class AcknowledgeAlarm(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    // Who loses a race is judged again by what is there now.
    private const int Attempts = 3;

    private static readonly Refusal Unknown = new("ALARM_UNKNOWN", "There is no such alarm; check its id.", "没有这一报警；请核对 id。");

    public async Task<AlarmAnswer> RunAsync(AcknowledgeAlarmInput input, Caller caller, CancellationToken cancellationToken)
    {
        var id = RequestValue.Id(input.Id);
        if ((id.Refusal ?? AlarmRefusals.FindNoteRefusal(input.Note)) is { } malformed)
        {
            return new AlarmAnswer(null, malformed);
        }

        var tree = await areas.LoadAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(id.Value, cancellationToken) is not { } alarm
                || !AccessRules.Allows(caller, Permission.SeeAlarms, tree.PathOf(alarm.GridId)))
            {
                return new AlarmAnswer(null, Unknown);
            }

            var name = alarm.AcknowledgedBy is { } login ? await FindNameAsync(login, cancellationToken) : null;
            var judged = Acknowledgement.FindRefusal(caller, AccessRules.Allows(caller, Permission.Dispatch, tree.PathOf(alarm.GridId))) is { } refusal
                ? refusal
                : Acknowledgement.Judge(alarm.State, alarm.AcknowledgedByAccount, name, caller);
            if (judged.IsRefused || !judged.Value || attempt == Attempts)
            {
                return new AlarmAnswer(alarm, judged.Refusal);
            }

            await WriteAsync(alarm.Id, input.Note, caller, cancellationToken);
        }
    }

    private async Task<Alarm?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Alarm>(new CommandDefinition(
            Sql.Beside<AlarmsById>(), new { ids = new[] { id }, grids = default(int[]) }, cancellationToken: cancellationToken));
    }

    private async Task<string?> FindNameAsync(string login, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(Sql.Beside<AcknowledgeAlarm>("name"), new { login }, cancellationToken: cancellationToken));
    }

    private async Task WriteAsync(int id, string? note, Caller caller, CancellationToken cancellationToken)
    {
        var columns = new { id, note = AlarmRefusals.Clean(note), now = clock.GetUtcNow().UtcDateTime, actor = caller.Name, account = caller.Id };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<AcknowledgeAlarm>(), columns, cancellationToken: cancellationToken));
    }
}
