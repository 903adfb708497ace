using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Buffer;

namespace GridMap.Districts.Demo.Plane;

/// <summary>Overlays and offsets of rings in metres, by NetTopologySuite on a lattice of 1 mm.</summary>
internal static class Shapes
{
    public static GeometryFactory Factory { get; } = new(new PrecisionModel(1000));

    private static readonly BufferParameters Mitred = new(4, EndCapStyle.Square, JoinStyle.Mitre, 2);

    public static Polygon ToPolygon(Ring ring)
    {
        var coordinates = new Coordinate[ring.Points.Length + 1];
        for (var i = 0; i < ring.Points.Length; i++)
        {
            coordinates[i] = new(ring.Points[i].X, ring.Points[i].Y);
        }

        coordinates[^1] = coordinates[0].Copy();
        return Factory.CreatePolygon(coordinates);
    }

    public static Geometry ToLine(IReadOnlyList<Vec> line) =>
        Factory.CreateLineString([.. line.Select(p => new Coordinate(p.X, p.Y))]);

    /// <summary>The outer rings of a polygonal geometry that are at least so large, in a fixed order.</summary>
    public static List<Ring> ToRings(Geometry shape, double leastSquareMeters) =>
        [.. PolygonExtracter.GetPolygons(shape).Cast<Polygon>().Where(p => !p.IsEmpty).Select(ToRing).Where(ring => ring.Area >= leastSquareMeters)];

    public static Ring ToRing(Polygon polygon) =>
        new([.. polygon.ExteriorRing.Coordinates.Skip(1).Select(c => new Vec(c.X, c.Y))]);

    /// <summary>What is left of a ring when everything nearer than so many metres to its edge is taken off.</summary>
    public static List<Ring> Inset(Ring ring, double meters, double leastSquareMeters) =>
        ToRings(BufferOp.Buffer(ToPolygon(ring), -meters, Mitred), leastSquareMeters);

    /// <summary>A point safely inside, also of a crescent.</summary>
    public static Vec Within(Ring ring)
    {
        var point = ToPolygon(ring).InteriorPoint;
        return new(point.X, point.Y);
    }

    public static Geometry Grow(Geometry shape, double meters) => BufferOp.Buffer(shape, meters, Mitred);

    public static Geometry Without(Geometry shape, Geometry taken) => Repaired(shape).Difference(taken);

    private static Geometry Repaired(Geometry shape) => shape.IsValid ? shape : GeometryFixer.Fix(shape);
}
