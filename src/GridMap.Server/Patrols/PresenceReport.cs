namespace GridMap.Server.Patrols;

/// <summary>What presence is put together by.</summary>
public enum PresenceGrouping
{
    Grid,
    HourOfWeek,
    Community,
}

/// <summary>Of what presence is asked for.</summary>
/// <param name="Within">An area's id as a request says it; null for all.</param>
/// <param name="HoursOfWeek">0 to 167 from Monday 0 o'clock on the clock of the place; null for all.</param>
public sealed record PresenceQuestion(
    DateTimeOffset From, DateTimeOffset Until, string? Within, IReadOnlyList<int>? HoursOfWeek, PresenceGrouping By);

/// <summary>Presence in an area, or in an hour of the week.</summary>
/// <param name="Key">Id of the area, or the hour; empty for all together.</param>
/// <param name="PointsDue">Patrol points that were due, once for each time; null by hour of the week.</param>
/// <param name="PointsVisited">Of those, the ones that were visited as often as required.</param>
public sealed record PresenceGroup(string Key, int? AreaId, int PresentMinutes, int WatchedMinutes, int? PointsDue, int? PointsVisited)
{
    public double? Value => WatchedMinutes == 0 ? null : (double)PresentMinutes / WatchedMinutes;

    public double? PointRate => PointsDue is > 0 and var due ? (double)PointsVisited!.Value / due : null;
}

/// <summary>Where and when patrols were, and were not.</summary>
public sealed record PresenceReport(DateTimeOffset AsOf, PresenceGroup All, IReadOnlyList<PresenceGroup> Groups);
