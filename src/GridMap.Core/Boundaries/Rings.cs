using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries;

/// <summary>Closed rings of lattice points: exact location, envelope, and the way to polygons.</summary>
public static class Rings
{
    /// <summary>Where a point lies of a closed ring, by exact crossing parity.</summary>
    public static Location Locate(ReadOnlySpan<LatticePoint> closedRing, LatticePoint point)
    {
        var inside = false;
        for (var i = 1; i < closedRing.Length; i++)
        {
            var (a, b) = (closedRing[i - 1], closedRing[i]);
            var cross = LatticePoint.Cross(a, b, point);
            if (cross == 0 && Between(a.X, b.X, point.X) && Between(a.Y, b.Y, point.Y))
            {
                return Location.Boundary;
            }

            if ((a.Y > point.Y) != (b.Y > point.Y) && (cross > 0) == (b.Y > a.Y))
            {
                inside = !inside;
            }
        }

        return inside ? Location.Interior : Location.Exterior;
    }

    /// <summary>The envelope of a ring in lattice steps.</summary>
    public static Envelope Envelope(ReadOnlySpan<LatticePoint> ring)
    {
        var envelope = new Envelope();
        foreach (var point in ring)
        {
            envelope.ExpandToInclude(point.X, point.Y);
        }

        return envelope;
    }

    public static LinearRing ToLinearRing(LatticePoint[] closedRing) =>
        Lattice.Factory.CreateLinearRing(Array.ConvertAll(closedRing, point => point.ToCoordinate()));

    private static bool Between(int a, int b, int value) => value >= Math.Min(a, b) && value <= Math.Max(a, b);
}
