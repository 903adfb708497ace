namespace GridMap.Core.Areas;

/// <summary>How many households an area should have; data of a place, never a constant of the program.</summary>
public sealed record HouseholdStandard(int GridLeast, int GridMost, int CommunityLeast, int CommunityMost, int GridsPerCommunityMost)
{
    /// <summary>The target of one grid when the whole has so many households and (if known) should have so many grids.</summary>
    public double HouseholdsPerGrid(long households, int? gridCount)
    {
        var middle = (GridLeast + GridMost) / 2.0;
        var slack = (GridMost - GridLeast) * 0.3;
        return gridCount is null or 0 ? middle : Math.Clamp((double)households / gridCount.Value, middle - slack, middle + slack);
    }
}
