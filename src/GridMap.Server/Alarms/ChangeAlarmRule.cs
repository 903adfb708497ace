using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>A rule as it is to be, as a request says it.</summary>
public sealed record ChangeAlarmRuleInput(
    AlarmKind Kind, int ExpectedVersion, bool IsEnabled, AlarmSeverity Severity, int AfterSeconds, int? RepeatSeconds, int? EscalateSeconds);

/// <summary>
/// Changes a rule that is still as its caller saw it, with an entry in the audit trail. A request that is sent again because its answer was lost finds its own
/// change and is answered alike.
/// </summary>
public sealed class ChangeAlarmRule(NpgsqlDataSource database, FindAlarmRules find, TimeProvider clock)
{
    private static readonly Refusal ChangedMeanwhile = new(
        "ALARM_RULE_CHANGED_MEANWHILE", "Somebody else has changed this rule; look at it and decide anew.", "该规则已被他人修改；请查看后重新决定。");

    public async Task<AlarmRuleAnswer> RunAsync(ChangeAlarmRuleInput input, Caller caller, CancellationToken cancellationToken)
    {
        if ((AlarmRefusals.FindRuleRefusal(caller) ?? RuleOf(input).FindRefusal()) is { } refusal)
        {
            return new AlarmRuleAnswer(null, refusal);
        }

        await WriteAsync(input, caller, cancellationToken);
        var now = (await find.RunAsync(cancellationToken)).Single(rule => rule.Kind == input.Kind);
        return new AlarmRuleAnswer(now, now == Wanted(input) ? null : ChangedMeanwhile);
    }

    private async Task WriteAsync(ChangeAlarmRuleInput input, Caller caller, CancellationToken cancellationToken)
    {
        var columns = new
        {
            kind = AlarmWordsInDatabase.Of(input.Kind),
            version = input.ExpectedVersion,
            enabled = input.IsEnabled,
            severity = AlarmWordsInDatabase.Of(input.Severity),
            after = input.AfterSeconds,
            repeat = input.RepeatSeconds,
            escalate = input.EscalateSeconds,
            now = clock.GetUtcNow().UtcDateTime,
            actor = caller.Name,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(Sql.Beside<ChangeAlarmRule>(), columns, cancellationToken: cancellationToken));
    }

    private static AlarmRuleRow Wanted(ChangeAlarmRuleInput input) => new()
    {
        Kind = input.Kind,
        IsEnabled = input.IsEnabled,
        Severity = input.Severity,
        AfterSeconds = input.AfterSeconds,
        RepeatSeconds = input.RepeatSeconds,
        EscalateSeconds = input.EscalateSeconds,
        Version = input.ExpectedVersion + 1,
    };

    private static AlarmRule RuleOf(ChangeAlarmRuleInput input) => new(
        input.Kind,
        input.IsEnabled,
        input.Severity,
        TimeSpan.FromSeconds(input.AfterSeconds),
        input.RepeatSeconds is { } repeat ? TimeSpan.FromSeconds(repeat) : null,
        input.EscalateSeconds is { } escalate ? TimeSpan.FromSeconds(escalate) : null);
}
