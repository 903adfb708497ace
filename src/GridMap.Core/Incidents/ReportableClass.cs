namespace GridMap.Core.Incidents;

/// <summary>How fast an incident must be answered.</summary>
public enum Urgency
{
    Normal,
    Urgent,
}

/// <summary>A class of incidents that can be reported, in one version of the dictionary, with its deadlines.</summary>
public sealed record ReportableClass(
    string Version,
    string Code,
    string Kind,
    string GroupName,
    string GroupNameEnglish,
    string Name,
    string NameEnglish,
    Urgency DefaultUrgency,
    IReadOnlyList<DeadlineRule> Deadlines)
{
    /// <summary>The rule for an incident as a whole: when it must be closed.</summary>
    public DeadlineRule? Closing => Deadlines.FirstOrDefault(rule => rule.Step == "closed");

    /// <summary>When its outcome must be told.</summary>
    public DeadlineRule? Handling => Deadlines.FirstOrDefault(rule => rule.Step == "feedback");
}
