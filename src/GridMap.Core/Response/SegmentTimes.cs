namespace GridMap.Core.Response;

/// <summary>How long a group of incidents took for a segment, in seconds.</summary>
/// <param name="Group">What the group has in common: a grid or other area, a class, an hour of the week; 0 for all.</param>
/// <param name="Incidents">Incidents in the group.</param>
/// <param name="Count">Those that have both ends of the segment.</param>
/// <param name="Percentiles">P50, P80, P90, P95; null where there are too few to tell.</param>
public sealed record SegmentTimes(int Group, int Incidents, int Count, SegmentPercentiles? Percentiles);

/// <summary>Continuous percentiles in seconds.</summary>
public sealed record SegmentPercentiles(double P50, double P80, double P90, double P95);

/// <summary>How many of a group were closed no later than due, of those due in the period.</summary>
public sealed record OnTime(int Group, int Due, int Closed, int ClosedOnTime);

/// <summary>What incidents are put together by.</summary>
public enum IncidentGrouping
{
    All,
    Grid,
    Class,
    HourOfWeek,
    Source,
}
