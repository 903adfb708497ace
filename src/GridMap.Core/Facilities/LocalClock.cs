namespace GridMap.Core.Facilities;

/// <summary>What the clock on the wall of a place says, and which days around it are public holidays there.</summary>
public sealed record LocalClock
{
    public required DateTime LocalTime { get; init; }

    public required DateOnly[] PublicHolidays { get; init; }

    /// <summary>Whether somebody is served by these hours, written as OpenStreetMap does; null where they are not understood.</summary>
    public bool? IsOpen(string hours)
    {
        var parsed = OpeningHours.Parse(hours);
        return parsed.IsRefused ? null : parsed.Value.IsOpenAt(LocalTime, PublicHolidays.ToHashSet());
    }
}
