namespace GridMap.Core.Alarms;

/// <summary>What is wrong.</summary>
public enum AlarmKind
{
    /// <summary>An urgent incident to which nobody has been sent.</summary>
    UrgentIncident,

    /// <summary>An open incident is past its deadline.</summary>
    DeadlinePassed,

    /// <summary>A grid on watch has been without any patrol.</summary>
    GridUnpatrolled,

    /// <summary>A patrol point was visited too seldom in the last period and not once since.</summary>
    PointMissed,

    /// <summary>A patrol on duty sends no positions.</summary>
    PatrolSilent,

    /// <summary>Hardly any patrol on duty sends positions: one alarm instead of one for each patrol and grid.</summary>
    TrackingLost,
}

/// <summary>How much an alarm matters; each has its own sound.</summary>
public enum AlarmSeverity
{
    Urgent,
    Warning,
    Notice,
}

/// <summary>How far an alarm has come.</summary>
public enum AlarmState
{
    /// <summary>Nobody has said yet that they know.</summary>
    Raised,

    /// <summary>Somebody knows, by name; it is still wrong.</summary>
    Acknowledged,

    /// <summary>It is right again.</summary>
    Cleared,
}
