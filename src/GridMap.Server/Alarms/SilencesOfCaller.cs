using Dapper;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Loads why alarms make no sound for the caller; those that sound are not there.</summary>
public sealed class SilencesOfCaller(NpgsqlDataSource database, CurrentAreas areas, Caller caller, TimeProvider clock) : DataLoader<Alarm, SilenceReason?>
{
    protected override async Task<IReadOnlyDictionary<Alarm, SilenceReason?>> LoadBatchAsync(IReadOnlyList<Alarm> keys, CancellationToken cancellationToken)
    {
        if (caller.Kind != CallerKind.Account)
        {
            return new Dictionary<Alarm, SilenceReason?>();
        }

        var tree = await areas.LoadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var (mutes, quiet, local) = await ReadAsync(now, cancellationToken);
        var silences = new Dictionary<Alarm, SilenceReason?>();
        foreach (var alarm in keys)
        {
            var facts = (alarm.Kind, alarm.Severity, alarm.EscalatedAt is not null);
            if (Silences.Judge(facts, tree.PathOf(alarm.GridId), mutes, quiet, (now, local)) is { } reason)
            {
                silences[alarm] = reason;
            }
        }

        return silences;
    }

    private async Task<(IReadOnlyList<Mute> Mutes, QuietHours? Quiet, DateTime Local)> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var columns = new { now = now.UtcDateTime, account = (int?)caller.Id };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var mutes = await connection.QueryAsync<AlarmMuteRow>(new CommandDefinition(
            Sql.Beside<FindAlarmMutes>(), columns, cancellationToken: cancellationToken));
        var quiet = await connection.QuerySingleOrDefaultAsync<QuietTimes>(new CommandDefinition(
            Sql.Beside<FindQuietHours>(), columns, cancellationToken: cancellationToken));
        var local = await connection.ExecuteScalarAsync<DateTime>(new CommandDefinition(
            Sql.Beside<SilencesOfCaller>(), columns, cancellationToken: cancellationToken));
        return ([.. mutes.Select(row => row.Mute.Rule)], quiet?.Rule, local);
    }
}
