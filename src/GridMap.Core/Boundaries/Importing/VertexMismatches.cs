using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>Vertices of one record alone that lie within the tolerance of a neighbour's border; what two records share, however near a third, is as it should be.</summary>
internal static class VertexMismatches
{
    /// <summary>One defect for each such vertex and neighbour: the nearest piece of the neighbour's border tells how far it is off, in metres.</summary>
    public static IEnumerable<ImportDefect> Find(IReadOnlyList<SourceArea> sources, double toleranceMeters)
    {
        var segments = new List<(LatticePoint A, LatticePoint B)>();
        var owners = new List<int>();
        var vertices = new Dictionary<LatticePoint, HashSet<int>>();
        for (var source = 0; source < sources.Count; source++)
        {
            foreach (var ring in sources[source].Shape.Geometries.Cast<Polygon>().SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing)))
            {
                var points = LatticePoint.From(ring.Coordinates);
                for (var i = 1; i < points.Length; i++)
                {
                    segments.Add((points[i - 1], points[i]));
                    owners.Add(source);
                    vertices.TryAdd(points[i], []);
                    vertices[points[i]].Add(source);
                }
            }
        }

        return Find(sources, [.. segments], [.. owners], vertices, toleranceMeters);
    }

    private static IEnumerable<ImportDefect> Find(
        IReadOnlyList<SourceArea> sources,
        (LatticePoint A, LatticePoint B)[] segments,
        int[] owners,
        Dictionary<LatticePoint, HashSet<int>> vertices,
        double toleranceMeters)
    {
        var index = new SegmentIndex(segments);
        var near = new HashSet<int>();
        foreach (var (vertex, own) in vertices.Where(pair => pair.Value.Count == 1).OrderBy(pair => pair.Key))
        {
            var (perX, perY) = Ellipsoid.MetersPerDegree(vertex.Y / Lattice.StepsPerDegree);
            var (reachX, reachY) = (Steps(perX), Steps(perY));
            near.Clear();
            index.Collect(new LatticePoint(vertex.X - reachX, vertex.Y - reachY), new LatticePoint(vertex.X + reachX, vertex.Y + reachY), near);
            var metric = new LocalMetric(vertex);
            var nearest = near.Where(segment => !own.Contains(owners[segment]))
                .Select(segment => (Owner: owners[segment], Meters: DistanceOf(metric, segments[segment])))
                .Where(found => found.Meters <= toleranceMeters)
                .GroupBy(found => found.Owner, found => found.Meters)
                .OrderBy(found => found.Key);
            foreach (var neighbor in nearest)
            {
                yield return new ImportDefect(ImportDefectKind.MismatchedVertex)
                {
                    Records = [.. own.Append(neighbor.Key).Select(source => sources[source].Record).Order()],
                    Meters = neighbor.Min(),
                    Place = vertex.ToPosition(),
                    IsWithinTolerance = true,
                };
            }
        }

        int Steps(double metersPerDegree) => 1 + (int)(toleranceMeters / metersPerDegree * Lattice.StepsPerDegree);
    }

    private static double DistanceOf(LocalMetric metric, (LatticePoint A, LatticePoint B) segment)
    {
        var (a, b) = (metric.ToMeters(segment.A), metric.ToMeters(segment.B));
        var (x, y) = (b.X - a.X, b.Y - a.Y);
        var square = x * x + y * y;
        var along = square > 0 ? Math.Clamp(-(a.X * x + a.Y * y) / square, 0, 1) : 0;
        return double.Hypot(a.X + along * x, a.Y + along * y);
    }
}
