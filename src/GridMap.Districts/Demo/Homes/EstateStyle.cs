using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Homes;

/// <summary>How an estate of one age is built: slab depth and lengths, levels, distance from row to row.</summary>
internal sealed record EstateStyle(
    string Name, int YearFrom, int YearTo, double DepthMeters, double ShortestMeters, double LongestMeters, double PitchMeters,
    int LowestLevels, int HighestLevels, double GapMeters, double MetersPerHome, bool IsStaggered);
