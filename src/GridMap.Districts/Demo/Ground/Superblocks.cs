using GridMap.Districts.Demo.Plane;
using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snapround;
using NetTopologySuite.Operation.Polygonize;

namespace GridMap.Districts.Demo.Ground;

/// <summary>The land between arterials, embankments, railway and the edge of the district.</summary>
internal static class Superblocks
{
    /// <summary>All faces, ordered by place so that the order does not hang on the polygonizer's.</summary>
    public static List<Ring> Find(Sketch sketch)
    {
        List<ISegmentString> lines = [];
        foreach (var street in sketch.Streets)
        {
            lines.Add(new NodedSegmentString(Coordinates(street.Course), null));
        }

        var edge = sketch.Terrain.Extent.Points;
        lines.Add(new NodedSegmentString(Coordinates([.. edge, edge[0]]), null));
        SnapRoundingNoder noder = new(Shapes.Factory.PrecisionModel);
        noder.ComputeNodes(lines);
        Polygonizer polygonizer = new();
        foreach (var line in noder.GetNodedSubstrings())
        {
            if (line.Count > 1)
            {
                polygonizer.Add(Shapes.Factory.CreateLineString(line.Coordinates));
            }
        }

        return [.. polygonizer.GetPolygons().Cast<Polygon>().Select(Shapes.ToRing).OrderBy(r => r.Centroid.X).ThenBy(r => r.Centroid.Y)];
    }

    private static Coordinate[] Coordinates(IReadOnlyList<Vec> line) => [.. line.Select(p => new Coordinate(p.X, p.Y))];
}
