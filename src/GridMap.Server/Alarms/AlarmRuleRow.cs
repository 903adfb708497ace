using GridMap.Core.Alarms;

namespace GridMap.Server.Alarms;

/// <summary>A rule as the database has it.</summary>
public sealed record AlarmRuleRow
{
    public required AlarmKind Kind { get; init; }

    public required bool IsEnabled { get; init; }

    public required AlarmSeverity Severity { get; init; }

    public required int AfterSeconds { get; init; }

    public int? RepeatSeconds { get; init; }

    public int? EscalateSeconds { get; init; }

    public required int Version { get; init; }
}

/// <summary>A rule that somebody wanted changed, as it is now, and why it was not.</summary>
public sealed record AlarmRuleAnswer(AlarmRuleRow? Rule, Core.Refusal? Refusal);
