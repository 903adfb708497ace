using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries;

/// <summary>
/// An independent proof that polygons tile an area without gap or overlap: walked with their inside on the left, every segment of two
/// neighbours appears once in each direction and cancels; what is left must be the boundary of the whole. Uses polygons only, no edges.
/// The whole may have fewer points than the tiles along a straight stretch of its boundary, if theirs lie exactly on it.
/// </summary>
public static class SegmentCancellation
{
    /// <summary>The directed segments left over; for a perfect tiling of <paramref name="whole"/> none.</summary>
    public static IReadOnlyCollection<(LatticePoint From, LatticePoint To)> LeftOver(IEnumerable<Geometry> tiles, Geometry whole)
    {
        var open = new HashSet<(LatticePoint From, LatticePoint To)>();
        var doubled = new List<(LatticePoint From, LatticePoint To)>();
        Cancel(tiles.SelectMany(tile => Directed(tile, insideOnLeft: true)), open, doubled);
        var onward = open.ToLookup(segment => segment.From, segment => segment.To);
        Cancel(Directed(whole, insideOnLeft: false).SelectMany(segment => Part(segment, onward)), open, doubled);
        return [.. open, .. doubled];
    }

    private static void Cancel(
        IEnumerable<(LatticePoint From, LatticePoint To)> segments,
        HashSet<(LatticePoint From, LatticePoint To)> open,
        List<(LatticePoint From, LatticePoint To)> doubled)
    {
        foreach (var segment in segments)
        {
            if (!open.Remove((segment.To, segment.From)) && !open.Add(segment))
            {
                doubled.Add(segment);
            }
        }
    }

    /// <summary>A segment of the whole in the parts in which the tiles have it, where they run exactly along it; else as it is.</summary>
    private static IEnumerable<(LatticePoint From, LatticePoint To)> Part(
        (LatticePoint From, LatticePoint To) segment, ILookup<LatticePoint, LatticePoint> onward)
    {
        var parts = new List<(LatticePoint From, LatticePoint To)>();
        for (var at = segment.To; at != segment.From;)
        {
            var next = onward[at].Where(point => IsWithin(at, segment.From, point)).Select(point => (LatticePoint?)point).FirstOrDefault();
            if (next is not { } further)
            {
                return [segment];
            }

            parts.Add((further, at));
            at = further;
        }

        return parts;
    }

    private static bool IsWithin(LatticePoint from, LatticePoint to, LatticePoint point) =>
        LatticePoint.Cross(from, to, point) == 0
        && point.X >= Math.Min(from.X, to.X) && point.X <= Math.Max(from.X, to.X)
        && point.Y >= Math.Min(from.Y, to.Y) && point.Y <= Math.Max(from.Y, to.Y);

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
