using GridMap.Core.Geography;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Linemerge;
using NetTopologySuite.Operation.Polygonize;

namespace GridMap.Districts.Osm;

/// <summary>The sea from its coastline: OpenStreetMap draws coasts with land on the left and water on the right.</summary>
public static class OsmCoast
{
    /// <summary>How far to the right of the coast a face is probed, in degrees (about 10 cm).</summary>
    private const double ProbeDegrees = 1e-6;

    /// <summary>How far back the direction of a cut-off coast is taken from, in degrees (about 2 km).</summary>
    private const double DirectionDegrees = 0.02;

    /// <summary>The sea within a frame, or null without a coast. A coast that ends inside the frame is led straight on to the frame's side.</summary>
    public static Geometry? Sea(OsmData data, Envelope frame)
    {
        var border = (Polygon)Lattice.Factory.ToGeometry(frame);
        var prepared = PreparedGeometryFactory.Prepare(border);
        var coasts = data.Lines
            .Where(line => line.Tags.Is("natural", "coastline") && prepared.Intersects(line.Course))
            .Select(line => line.Course)
            .ToArray();
        if (coasts.Length == 0)
            return null;

        var faces = Faces(border, coasts);
        var sea = faces.Where(face => IsSea(face, coasts)).ToArray();
        return sea.Length == 0 ? null : LatticeShape.Multi(Lattice.Factory.CreateMultiPolygon(sea).Buffer(0));
    }

    private static Polygon[] Faces(Polygon border, LineString[] coasts)
    {
        var merger = new LineMerger();
        merger.Add(coasts);
        var joined = merger.GetMergedLineStrings().OfType<LineString>().ToArray();
        Geometry[] lines = [border.ExteriorRing, .. joined, .. joined.SelectMany(line => Leads(line, border))];
        var noded = Lattice.Factory.BuildGeometry(lines).Union();
        var polygonizer = new Polygonizer();
        polygonizer.Add(noded);
        return [.. polygonizer.GetPolygons().OfType<Polygon>().Where(face => border.Contains(face.InteriorPoint))];
    }

    private static IEnumerable<LineString> Leads(LineString coast, Polygon border)
    {
        if (coast.IsClosed)
            return [];

        return new[] { coast, (LineString)coast.Reverse() }
            .Where(course => border.Contains(course.EndPoint))
            .Select(course => Lattice.Factory.CreateLineString([course.EndPoint.Coordinate, Onward(course, border.EnvelopeInternal)]));
    }

    // Straight on in the coast's general direction: where the frame's side is met.
    private static Coordinate Onward(LineString course, Envelope frame)
    {
        var end = course.EndPoint.Coordinate;
        var from = course.Coordinates.LastOrDefault(position => position.Distance(end) >= DirectionDegrees) ?? course.StartPoint.Coordinate;
        var (east, north) = (end.X - from.X, end.Y - from.Y);
        var alongX = east == 0 ? double.MaxValue : ((east > 0 ? frame.MaxX : frame.MinX) - end.X) / east;
        var alongY = north == 0 ? double.MaxValue : ((north > 0 ? frame.MaxY : frame.MinY) - end.Y) / north;
        var steps = Math.Min(alongX, alongY);
        return Lattice.Snap(end.X + steps * east, end.Y + steps * north);
    }

    // Each stretch of coast votes with its length for the face on its right and against the face on its left.
    private static bool IsSea(Polygon face, LineString[] coasts)
    {
        var locator = new IndexedPointInAreaLocator(face);
        var votes = 0.0;
        foreach (var coordinates in coasts.Select(coast => coast.Coordinates))
        {
            for (var i = 1; i < coordinates.Length; i++)
            {
                var segment = new LineSegment(coordinates[i - 1], coordinates[i]);
                if (segment.Length == 0)
                    continue;
                if (locator.Locate(segment.PointAlongOffset(0.5, -ProbeDegrees)) == Location.Interior)
                    votes += segment.Length;
                if (locator.Locate(segment.PointAlongOffset(0.5, ProbeDegrees)) == Location.Interior)
                    votes -= segment.Length;
            }
        }

        return votes > 0;
    }
}
