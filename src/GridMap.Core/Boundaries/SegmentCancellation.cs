using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries;

/// <summary>
/// An independent proof that polygons tile an area without gap or overlap: walked with their inside on the left, every segment of two
/// neighbours appears once in each direction and cancels; what is left must be the boundary of the whole. Uses polygons only, no edges.
/// </summary>
public static class SegmentCancellation
{
    /// <summary>The directed segments left over; for a perfect tiling of <paramref name="whole"/> none.</summary>
    public static IReadOnlyCollection<(LatticePoint From, LatticePoint To)> LeftOver(IEnumerable<Geometry> tiles, Geometry whole)
    {
        var open = new HashSet<(LatticePoint From, LatticePoint To)>();
        var doubled = new List<(LatticePoint From, LatticePoint To)>();
        foreach (var segment in tiles.SelectMany(tile => Directed(tile, insideOnLeft: true)).Concat(Directed(whole, insideOnLeft: false)))
        {
            if (!open.Remove((segment.To, segment.From)) && !open.Add(segment))
            {
                doubled.Add(segment);
            }
        }

        return [.. open, .. doubled];
    }

    private static IEnumerable<(LatticePoint From, LatticePoint To)> Directed(Geometry shape, bool insideOnLeft)
    {
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            var polygon = (Polygon)shape.GetGeometryN(i);
            foreach (var segment in Ring(polygon.ExteriorRing, insideOnLeft))
            {
                yield return segment;
            }

            foreach (var segment in polygon.InteriorRings.SelectMany(hole => Ring(hole, !insideOnLeft)))
            {
                yield return segment;
            }
        }
    }

    private static IEnumerable<(LatticePoint From, LatticePoint To)> Ring(LineString ring, bool counterClockwise)
    {
        var points = LatticePoint.From(ring.Coordinates);
        var forward = LatticePoint.TwiceArea(points) > 0 == counterClockwise;
        for (var i = 1; i < points.Length; i++)
        {
            yield return forward ? (points[i - 1], points[i]) : (points[i], points[i - 1]);
        }
    }
}
