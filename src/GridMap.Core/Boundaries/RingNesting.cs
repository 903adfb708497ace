using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries;

/// <summary>Sorts the rings of one area into outlines (counter-clockwise) and the holes they hold.</summary>
internal static class RingNesting
{
    public static MultiPolygon ToMultiPolygon(List<LatticePoint[]> rings)
    {
        var outlines = rings.Where(ring => LatticePoint.TwiceArea(ring) > 0).OrderByDescending(ring => LatticePoint.TwiceArea(ring)).ToList();
        var holes = outlines.ConvertAll(_ => new List<LinearRing>());
        foreach (var hole in rings.Where(ring => LatticePoint.TwiceArea(ring) < 0))
        {
            var holder = outlines.Count == 1 ? 0 : outlines.FindLastIndex(outline => Holds(outline, hole));
            holes[holder].Add(Rings.ToLinearRing(hole));
        }

        return Lattice.Factory.CreateMultiPolygon([.. outlines.Select((outline, i) =>
            Lattice.Factory.CreatePolygon(Rings.ToLinearRing(outline), [.. holes[i]]))]);
    }

    private static bool Holds(LatticePoint[] outline, LatticePoint[] hole)
    {
        foreach (var point in hole)
        {
            var location = Rings.Locate(outline, point);
            if (location != Location.Boundary)
            {
                return location == Location.Interior;
            }
        }

        return false;
    }
}
