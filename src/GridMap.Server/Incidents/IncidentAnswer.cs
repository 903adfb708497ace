using GridMap.Core;

namespace GridMap.Server.Incidents;

/// <summary>How a change of an incident ended: the incident as it is now, where the caller may know it, and why nothing was changed, if nothing was.</summary>
public sealed record IncidentAnswer(Incident? Incident, Refusal? Refusal)
{
    public static IncidentAnswer Unknown { get; } = new(
        null, new Refusal("INCIDENT_UNKNOWN", "There is no such incident; check its id or number.", "没有这一事件；请核对 id 或编号。"));

    public static Refusal PatrolUnknown { get; } = new("PATROL_UNKNOWN", "There is no such patrol; check its id.", "没有这一巡查力量；请核对 id。");

    public static IncidentAnswer Refuse(Refusal refusal) => new(null, refusal);
}
