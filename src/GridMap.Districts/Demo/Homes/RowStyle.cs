namespace GridMap.Districts.Demo.Homes;

/// <summary>How rows of one age and use are built: depth and lengths of slabs, levels, distance from row to row, shape of a footprint.</summary>
internal sealed record RowStyle(
    string Name, int YearFrom, int YearTo, double DepthMeters, double ShortestMeters, double LongestMeters, double PitchMeters,
    int LowestLevels, int HighestLevels, double GapMeters, double MetersPerHome, bool IsStaggered, Outline Outline = Outline.Plain, double GardenShare = 0);

/// <summary>The outline of a slab: a plain bar, stairwells standing out to the north, or a tower with four wings.</summary>
internal enum Outline
{
    Plain,
    Stairwells,
    Winged,
}
