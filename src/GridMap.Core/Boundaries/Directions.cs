using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries;

/// <summary>Directions around a point in exact integers.</summary>
public static class Directions
{
    /// <summary>Orders the directions centre→a and centre→b counter-clockwise, starting at east.</summary>
    public static int Compare(LatticePoint centre, LatticePoint a, LatticePoint b)
    {
        var halves = IsLower(centre, a).CompareTo(IsLower(centre, b));
        return halves != 0 ? halves : -LatticePoint.Cross(centre, a, b).CompareTo(0L);
    }

    private static bool IsLower(LatticePoint centre, LatticePoint point) =>
        point.Y < centre.Y || (point.Y == centre.Y && point.X < centre.X);
}
