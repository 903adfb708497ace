using GridMap.GraphQL.Execution;

namespace GridMap.Server.Incidents;

/// <summary>The incident that an item of an indicator is about.</summary>
[ExtendObjectType("IndicatorItem")]
public static class IndicatorIncident
{
    public static ValueTask<Incident?> IncidentAsync([Parent("IncidentId")] Guid? incidentId, IncidentsById incidents, CancellationToken cancellationToken) =>
        incidentId is { } id ? incidents.LoadAsync(id, cancellationToken) : default;
}
