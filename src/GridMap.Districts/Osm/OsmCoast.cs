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

    /// <summary>The sea within a frame, or null without a coast. A coast that ends inside the frame is led straight to the frame's nearest side.</summary>
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

        return new[] { coast.StartPoint, coast.EndPoint }
            .Where(end => border.Contains(end))
            .Select(end => Lattice.Factory.CreateLineString([end.Coordinate, NearestSide(end.Coordinate, border.EnvelopeInternal)]));
    }

    private static Coordinate NearestSide(Coordinate end, Envelope frame)
    {
        Coordinate[] sides = [new(frame.MinX, end.Y), new(frame.MaxX, end.Y), new(end.X, frame.MinY), new(end.X, frame.MaxY)];
        return sides.MinBy(side => side.Distance(end))!;
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
