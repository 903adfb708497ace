namespace GridMap.Server.Patrols;

/// <summary>What presence is put together by.</summary>
public enum PresenceGrouping
{
    Grid,
    HourOfWeek,
}

/// <summary>Presence of a grid, or of an hour of the week.</summary>
/// <param name="Key">Id of the grid, or the hour; empty for all together.</param>
public sealed record PresenceGroup(string Key, int PresentMinutes, int WatchedMinutes)
{
    public double? Value => WatchedMinutes == 0 ? null : (double)PresentMinutes / WatchedMinutes;
}

/// <summary>Where and when patrols were, and were not.</summary>
public sealed record PresenceReport(DateTimeOffset AsOf, PresenceGroup All, IReadOnlyList<PresenceGroup> Groups);
