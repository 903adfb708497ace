namespace GridMap.Core.Patrols;

/// <summary>Why a fix is not kept although its device did nothing wrong: sending it again cannot help.</summary>
public enum FixFilter
{
    /// <summary>0°, 0°: what a receiver without satellites reports.</summary>
    NoFix,

    /// <summary>Older than the limit.</summary>
    Stale,

    /// <summary>The device itself says that it does not know better.</summary>
    Inaccurate,

    /// <summary>The patrol was not on duty at the time of the fix.</summary>
    OffDuty,

    /// <summary>The same time as the last one that was kept.</summary>
    Duplicate,

    /// <summary>Before the last one that was kept: a patrol never moves backwards in time.</summary>
    OutOfOrder,

    /// <summary>Farther from the last one than anything moves in that time.</summary>
    Teleport,
}

/// <summary>The names of the filters on the wire and in the meters.</summary>
public static class FixFilters
{
    public static string Name(FixFilter filter) => filter switch
    {
        FixFilter.NoFix => "NO_FIX",
        FixFilter.Stale => "STALE",
        FixFilter.Inaccurate => "INACCURATE",
        FixFilter.OffDuty => "OFF_DUTY",
        FixFilter.Duplicate => "DUPLICATE",
        FixFilter.OutOfOrder => "OUT_OF_ORDER",
        FixFilter.Teleport => "TELEPORT",
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
    };
}
