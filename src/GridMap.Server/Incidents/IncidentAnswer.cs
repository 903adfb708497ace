using GridMap.Core;
using GridMap.Core.Incidents;

namespace GridMap.Server.Incidents;

/// <summary>How a change of an incident ended: the incident as it is now, where the caller may know it, and why nothing was changed, if nothing was.</summary>
/// <param name="Conflict">With INCIDENT_CHANGED_MEANWHILE: the change that was faster.</param>
public sealed record IncidentAnswer(Incident? Incident, Refusal? Refusal, StepTaken? Conflict = null)
{
    public static IncidentAnswer Unknown { get; } = new(
        null, new Refusal("INCIDENT_UNKNOWN", "There is no such incident; check its id or number.", "没有这一事件；请核对 id 或编号。"));

    public static IncidentAnswer Refuse(Refusal refusal) => new(null, refusal);

    /// <summary>For somebody who may see the incident, and so who changed it last.</summary>
    public static IncidentAnswer Refuse(Incident present, Refusal refusal, StepTaken? last) =>
        new(present, refusal, refusal.Code == Transitions.ChangedMeanwhileCode ? last : null);
}
