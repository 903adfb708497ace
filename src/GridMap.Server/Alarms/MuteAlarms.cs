using System.Globalization;
using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>A silence as a request says it.</summary>
public sealed record MuteAlarmsInput(
    IReadOnlyList<AlarmKind>? Kinds, IReadOnlyList<AlarmSeverity>? Severities, string? Within, DateTimeOffset Until, string Reason, string IdempotencyKey);

/// <summary>Silences alarms for the caller until a time; the same key again is the same mute.</summary>
public sealed class MuteAlarms(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    private const int Most = 20;

    // A statement does not see what another one committed while it waited for the key; the next look does.
    private const int Attempts = 2;

    private static readonly Refusal TooMany = new(
        "MUTES_TOO_MANY", $"You have {Most} mutes in force: end one before another.", $"您已有 {Most} 项静音：请先结束其中一项。");

    private static readonly Refusal AreaUnknown = new("AREA_UNKNOWN", "There is no such area; check its id.", "没有这一区域；请核对 id。");

    public async Task<AlarmMuteAnswer> RunAsync(MuteAlarmsInput input, Caller caller, CancellationToken cancellationToken)
    {
        var judged = await JudgeAsync(input, caller, cancellationToken);
        if (judged.Refusal is { } refusal)
        {
            return new AlarmMuteAnswer(null, refusal);
        }

        var columns = Columns(input, judged.Value.AreaId, judged.Value.Key, caller);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(connection, columns, cancellationToken) is var (known, isSame))
            {
                return isSame ? new AlarmMuteAnswer(known, null) : new AlarmMuteAnswer(null, IdempotencyKey.Reused);
            }

            await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<MuteAlarms>(), columns, cancellationToken: cancellationToken));
        }

        return await FindAsync(connection, columns, cancellationToken) is var (made, _) ? new AlarmMuteAnswer(made, null) : new AlarmMuteAnswer(null, TooMany);
    }

    private async Task<Result<(int? AreaId, string Key)>> JudgeAsync(MuteAlarmsInput input, Caller caller, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Parse(input.IdempotencyKey, caller);
        var within = RequestValue.IdIfGiven(input.Within);
        var mute = new Mute(input.Kinds, input.Severities, null, input.Until);
        var refusal = AlarmRefusals.FindListenerRefusal(caller)
            ?? key.Refusal
            ?? within.Refusal
            ?? MuteRules.FindRefusal(mute, input.Reason, clock.GetUtcNow())
            ?? (within.Value is { } area && !(await areas.LoadAsync(cancellationToken)).Knows(area) ? AreaUnknown : null);
        return refusal is null ? (within.Value, key.Value) : refusal;
    }

    private static async Task<(AlarmMute Mute, bool IsSame)?> FindAsync(NpgsqlConnection connection, object columns, CancellationToken cancellationToken)
    {
        var found = await connection.QueryAsync<AlarmMuteRow, bool, (AlarmMute, bool)?>(
            new CommandDefinition(Sql.Beside<MuteAlarms>("again"), columns, cancellationToken: cancellationToken),
            static (row, isSame) => (row.Mute, isSame),
            splitOn: "is_same");
        return found.SingleOrDefault();
    }

    private object Columns(MuteAlarmsInput input, int? areaId, string key, Caller caller) => new
    {
        account = caller.Id,
        kinds = AlarmWordsInDatabase.Of(input.Kinds),
        severities = AlarmWordsInDatabase.Of(input.Severities),
        area = areaId,
        reason = input.Reason.Trim(),
        now = clock.GetUtcNow().UtcDateTime,
        until = input.Until.UtcDateTime,
        most = Most,
        key,
        digest = IdempotencyKey.Digest(
            string.Join(',', AlarmWordsInDatabase.Of(input.Kinds) ?? ["*"]),
            string.Join(',', AlarmWordsInDatabase.Of(input.Severities) ?? ["*"]),
            areaId?.ToString(CultureInfo.InvariantCulture),
            input.Until.UtcTicks.ToString(CultureInfo.InvariantCulture),
            input.Reason),
    };
}
