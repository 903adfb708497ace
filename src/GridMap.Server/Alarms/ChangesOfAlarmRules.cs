using Dapper;
using GridMap.Core.Alarms;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>How a rule was from an instant on, and who made it so.</summary>
public sealed record AlarmRuleChange(
    DateTimeOffset At, string By, bool IsEnabled, AlarmSeverity Severity, int AfterSeconds, int? RepeatSeconds, int? EscalateSeconds);

/// <summary>Loads what rules were changed to, the newest first, from the audit trail.</summary>
public sealed class ChangesOfAlarmRules(NpgsqlDataSource database) : DataLoader<AlarmKind, IReadOnlyList<AlarmRuleChange>>
{
    protected override async Task<IReadOnlyDictionary<AlarmKind, IReadOnlyList<AlarmRuleChange>>> LoadBatchAsync(
        IReadOnlyList<AlarmKind> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var changes = await connection.QueryAsync<(string Kind, DateTime At, string By, bool Enabled, string Severity, int After, int? Repeat, int? Escalate)>(new CommandDefinition(
            Sql.Beside<ChangesOfAlarmRules>(), new { kinds = AlarmWordsInDatabase.Of(keys) }, cancellationToken: cancellationToken));
        return changes
            .GroupBy(
                row => AlarmWordsInDatabase.Kind(row.Kind),
                row => new AlarmRuleChange(row.At, row.By, row.Enabled, AlarmWordsInDatabase.Severity(row.Severity), row.After, row.Repeat, row.Escalate))
            .ToDictionary(group => group.Key, IReadOnlyList<AlarmRuleChange> (group) => [.. group]);
    }
}
