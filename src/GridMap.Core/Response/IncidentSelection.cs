namespace GridMap.Core.Response;

/// <summary>Which incidents to count; null asks for all.</summary>
/// <param name="From">Unix time of the report, inclusive.</param>
/// <param name="Until">Unix time of the report, exclusive.</param>
/// <param name="Grids">Ids of grids; incidents outside every grid are then not counted.</param>
/// <param name="Classes">Class codes as numbers.</param>
/// <param name="Sources">A bit for each source.</param>
/// <param name="HoursOfWeek">168 flags, from Monday 0 o'clock.</param>
public sealed record IncidentSelection(
    uint From = 0, uint Until = uint.MaxValue, IReadOnlySet<int>? Grids = null, IReadOnlySet<int>? Classes = null, uint Sources = uint.MaxValue,
    IReadOnlyList<bool>? HoursOfWeek = null)
{
    public static readonly IncidentSelection Everything = new();

    /// <summary>Whether nothing is left out, so that sums that are kept will do.</summary>
    public bool IsEverything => this == Everything;
}
