using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Linemerge;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;
using NetTopologySuite.Triangulate;

namespace GridMap.Districts.Land;

/// <summary>
/// The narrow land between walls and streets is shared out: cut where the nearest neighbour changes (edges of the Voronoi diagram of points
/// along the walls), so that each piece can join what it lies in front of and blocks end at the street, not at the wall.
/// </summary>
public sealed class StripCuts(Mosaic mosaic, Polygon[] atoms, LandRules rules)
{
    private readonly ILookup<int, (int Neighbor, LatticePoint[] Course)> _frontages = Frontages(mosaic);

    /// <summary>The cutting lines of every strip with two or more neighbours within its block.</summary>
    public List<BoundaryLine> Cut(IEnumerable<int> strips) =>
        [.. strips.Where(strip => _frontages[strip].Select(front => front.Neighbor).Distinct().Skip(1).Any()).SelectMany(CutStrip)];

    private static ILookup<int, (int Neighbor, LatticePoint[] Course)> Frontages(Mosaic mosaic) =>
        mosaic.Edges.Where(edge => edge.Divider <= Divider.Wall && edge.Left >= 0 && edge.Right >= 0)
            .SelectMany(edge => new[] { (Atom: edge.Left, Other: edge.Right, edge.Course), (Atom: edge.Right, Other: edge.Left, edge.Course) })
            .ToLookup(side => side.Atom, side => (side.Other, side.Course));

    private IEnumerable<BoundaryLine> CutStrip(int strip)
    {
        var metric = new LocalMetric(LatticePoint.From(atoms[strip].Coordinate));
        var shape = metric.ToMeters(atoms[strip]);
        var neighborOf = Sample(strip, metric);
        if (neighborOf.Count < 3)
        {
            return [];
        }

        var prepared = PreparedGeometryFactory.Prepare(shape);
        return Straighten(Dividers(neighborOf))
            .Where(divider => prepared.Intersects(divider))
            .SelectMany(divider => Pieces(OverlayNGRobust.Overlay(shape, divider, SpatialFunction.Intersection)))
            .Select(piece => new BoundaryLine(Array.ConvertAll(piece.Coordinates, metric.ToLattice), Divider.Line))
            .Where(line => line.Points[0] != line.Points[^1]);
    }

    /// <summary>The edges in runs from branch to branch, without the small waves that facing points leave.</summary>
    private IEnumerable<Geometry> Straighten(IEnumerable<LineString> dividers)
    {
        var merger = new LineMerger();
        merger.Add(dividers);
        return merger.GetMergedLineStrings().Select(run => DouglasPeuckerSimplifier.Simplify(run, rules.StripWaveMeters));
    }

    private Dictionary<Coordinate, int> Sample(int strip, LocalMetric metric)
    {
        var neighborOf = new Dictionary<Coordinate, int>();
        foreach (var (neighbor, course) in _frontages[strip])
        {
            var line = new LineString(Array.ConvertAll(course, metric.ToMeters));
            var indexed = new NetTopologySuite.LinearReferencing.LengthIndexedLine(line);
            var count = Math.Max(1, (int)Math.Round(line.Length / rules.StripSampleMeters));
            for (var i = 0; i < count; i++)
            {
                neighborOf[indexed.ExtractPoint((i + 0.5) * line.Length / count)] = neighbor;
            }
        }

        return neighborOf;
    }

    private static IEnumerable<LineString> Dividers(Dictionary<Coordinate, int> neighborOf)
    {
        var builder = new VoronoiDiagramBuilder();
        builder.SetSites(neighborOf.Keys);
        var sideOf = new Dictionary<(Coordinate, Coordinate), int>();
        foreach (var cell in builder.GetSubdivision().GetVoronoiCellPolygons(new GeometryFactory()))
        {
            var neighbor = neighborOf[(Coordinate)cell.UserData];
            var ring = ((Polygon)cell).ExteriorRing.Coordinates;
            for (var i = 1; i < ring.Length; i++)
            {
                var (low, high) = ring[i - 1].CompareTo(ring[i]) < 0 ? (ring[i - 1], ring[i]) : (ring[i], ring[i - 1]);
                if (sideOf.Remove((low, high), out var other) && other != neighbor)
                {
                    yield return new LineString([low, high]);
                }
                else
                {
                    sideOf.TryAdd((low, high), neighbor);
                }
            }
        }
    }

    private static IEnumerable<LineString> Pieces(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<LineString>().Where(piece => !piece.IsEmpty);
}
