using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Finds the rules by which alarms are raised, by kind.</summary>
public sealed class FindAlarmRules(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<AlarmRuleRow>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<AlarmRuleRow>(new CommandDefinition(Sql.Beside<FindAlarmRules>(), cancellationToken: cancellationToken));
        return [.. found.OrderBy(rule => rule.Kind)];
    }
}
