using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Alarms;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>All alarms that a list showed at an instant, as a request says it.</summary>
public sealed record AcknowledgeAlarmsInput(
    DateTimeOffset RaisedUntil, IReadOnlyList<AlarmKind>? Kinds, IReadOnlyList<AlarmSeverity>? Severities, string? Within, string? Note);

/// <summary>How many alarms were acknowledged, or why none.</summary>
public sealed record AcknowledgedAlarms(int Acknowledged, Refusal? Refusal);

/// <summary>Acknowledges by name all raised alarms that a caller may dispatch for and that were raised before an instant.</summary>
public sealed class AcknowledgeAlarms(NpgsqlDataSource database, CurrentAreas areas, TimeProvider clock)
{
    public async Task<AcknowledgedAlarms> RunAsync(AcknowledgeAlarmsInput input, Caller caller, CancellationToken cancellationToken)
    {
        var within = RequestValue.IdIfGiven(input.Within);
        if ((within.Refusal ?? AlarmRefusals.FindNoteRefusal(input.Note)) is { } malformed)
        {
            return new AcknowledgedAlarms(0, malformed);
        }

        var scope = (await areas.ScopeAsync(caller, Permission.Dispatch, within.Value, cancellationToken))
            .And(await areas.ScopeAsync(caller, Permission.SeeAlarms, cancellationToken));
        if (Acknowledgement.FindRefusal(caller, !scope.IsNowhere) is { } refusal)
        {
            return new AcknowledgedAlarms(0, refusal);
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return new AcknowledgedAlarms(
            await connection.ExecuteScalarAsync<int>(new CommandDefinition(
                Sql.Beside<AcknowledgeAlarms>(), Columns(input, scope, caller), cancellationToken: cancellationToken)),
            null);
    }

    private object Columns(AcknowledgeAlarmsInput input, GridScope scope, Caller caller) => new
    {
        grids = scope.Grids,
        until = input.RaisedUntil.UtcDateTime,
        kinds = AlarmWordsInDatabase.Of(input.Kinds),
        severities = AlarmWordsInDatabase.Of(input.Severities),
        note = AlarmRefusals.Clean(input.Note),
        now = clock.GetUtcNow().UtcDateTime,
        actor = caller.Name,
        account = caller.Id,
    };
}
