using Dapper;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.Core.Replay;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>Finds the incidents that were open at any moment of a period, each with how it stood: by its history alone, not by how it is now.</summary>
public sealed class FindReplayedIncidents(NpgsqlDataSource database, CurrentAreas areas, CurrentIncidentRules rules)
{
    public const int Most = 20_000;

    private static readonly Refusal TooMany = new(
        "REPLAY_TOO_MANY_INCIDENTS", $"More than {Most} incidents were open: ask for a shorter period, or an area (within).", $"未结事件超过 {Most} 件：请缩短时段，或按区域（within）回放。");

    public async Task<IReadOnlyList<ReplayedIncident>> RunAsync(ReplayPeriod period, Caller caller, CancellationToken cancellationToken)
    {
        var scope = await areas.ScopeAsync(caller, Permission.SeeIncidents, period.Within, cancellationToken);
        var inForce = (await rules.FindAsync(cancellationToken)).OrError();
        var columns = new { from = period.From.UtcDateTime, until = period.Until.UtcDateTime, grids = scope.Grids, limit = Most + 1 };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var answers = await connection.QueryMultipleAsync(new CommandDefinition(
            Sql.Beside<FindReplayedIncidents>(), columns, cancellationToken: cancellationToken));
        var found = (await answers.ReadAsync<ReplayedIncident>()).AsList();
        if (found.Count > Most)
        {
            throw TooMany.AsError();
        }

        var histories = (await answers.ReadAsync<StepRow>()).ToLookup(row => row.IncidentId, row => row.Taken.Entry);
        return [.. found
            .Select(incident => incident with { Standings = Replay(incident, [.. histories[incident.Id]], period, inForce) })
            .Where(incident => incident.Standings.Any(standing => Steps.IsOpen(standing.Standing.Step)))];
    }

    private static IReadOnlyList<StandingSince> Replay(ReplayedIncident incident, IReadOnlyList<HistoryEntry> history, ReplayPeriod period, IncidentRules inForce)
    {
        var told = history.Count > 0 ? history : [new HistoryEntry(null, null, incident.Step, incident.ReportedAt)];
        return IncidentTimeline.During(IncidentTimeline.Of(told, incident.Closing, inForce.Calendar, inForce.TimeZone), period.From, period.Until);
    }
}
