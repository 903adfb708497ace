using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Incidents;
using GridMap.Platform.Access;
using GridMap.Platform.Schema;

namespace GridMap.Server.Incidents;

/// <summary>Reports an incident by somebody who is signed in, where they may: the same operation as by Open311.</summary>
public sealed class ReportAsCaller(ReportIncident report, FindGridAt findGrid, CurrentAreas areas, LoadIncident load)
{
    private static readonly Refusal NotAllowed = new(
        "NOT_ALLOWED", "Your roles do not allow reporting at this place.", "您的角色无权在该位置上报事件。");

    public async Task<IncidentAnswer> RunAsync(ReportIncidentInput input, Caller caller, CancellationToken cancellationToken)
    {
        var key = IdempotencyKey.Parse(input.IdempotencyKey, caller);
        if (key.Refusal is { } malformed)
        {
            return IncidentAnswer.Refuse(malformed);
        }

        var scope = await areas.ScopeAsync(caller, Permission.ReportIncident, cancellationToken);
        if (!scope.IsEverywhere && !scope.Contains(await findGrid.RunAsync(input.Position.Longitude, input.Position.Latitude, cancellationToken)))
        {
            return IncidentAnswer.Refuse(NotAllowed);
        }

        var origin = new ReportOrigin(input.Source.ToString().ToLowerInvariant(), caller.Name, key.Value);
        var reported = await report.RunAsync(DraftOf(input), origin, cancellationToken);
        return reported.Refusal is { } refusal
            ? IncidentAnswer.Refuse(refusal)
            : new IncidentAnswer(await load.RunAsync(reported.Value.Id, cancellationToken), null);
    }

    private static ReportDraft DraftOf(ReportIncidentInput input) => new(
        input.ClassCode,
        input.Description,
        input.Position.Longitude,
        input.Position.Latitude,
        input.Address,
        input.Reporter?.Name,
        input.Reporter?.Phone,
        input.Reporter?.Email,
        input.MediaUrl);
}
