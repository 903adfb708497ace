using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Network;

/// <summary>
/// What nobody walks through between a door and a road: banks of water with an area (streams drawn as lines and pools are stepped around),
/// and the walls of walled compounds except near one of the compound's own gates.
/// A way that only starts on a wall (a shop in it) does not cross it.
/// </summary>
public sealed class OffRoadObstacles
{
    private readonly SegmentIndex _segments;
    private readonly int[] _compoundOfSegment;
    private readonly LatticePoint[][] _gates;
    private readonly double _gateMeters;

    public OffRoadObstacles(DistrictDraft draft, double gateMeters)
    {
        _gateMeters = gateMeters;
        _gates = [.. draft.Compounds.Select(compound => LatticePoint.From(compound.Gates.Coordinates))];
        var segments = new List<(LatticePoint, LatticePoint)>();
        var compounds = new List<int>();
        foreach (var (shape, compound) in Shapes(draft))
        {
            foreach (var segment in Segments(shape))
            {
                segments.Add(segment);
                compounds.Add(compound);
            }
        }

        _segments = new SegmentIndex([.. segments], 60);
        _compoundOfSegment = [.. compounds];
    }

    /// <summary>Why the straight way cannot be walked (`across_water`, `across_wall`), or null when it can.</summary>
    public string? FindOn((LatticePoint A, LatticePoint B) way)
    {
        var candidates = new HashSet<int>();
        _segments.Collect(way, candidates);
        var obstacle = default(string?);
        foreach (var candidate in candidates)
        {
            var side = _segments.Segments[candidate];
            if (!Crosses(way, side))
            {
                continue;
            }

            if (_compoundOfSegment[candidate] < 0)
            {
                return "across_water";
            }

            obstacle = IsAtGate(way, side, _gates[_compoundOfSegment[candidate]]) ? obstacle : "across_wall";
        }

        return obstacle;
    }

    private static IEnumerable<(Geometry Shape, int Compound)> Shapes(DistrictDraft draft) =>
        draft.Waters.Where(water => water.Kind is not "pool" && water.Shape is Polygon or MultiPolygon).Select(water => (water.Shape, -1))
            .Concat(Enumerable.Range(0, draft.Compounds.Count).Where(i => draft.Compounds[i].Kind == "walled")
                .Select(i => ((Geometry)draft.Compounds[i].Shape, i)));

    private static IEnumerable<(LatticePoint, LatticePoint)> Segments(Geometry shape) =>
        Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).Cast<Polygon>()
            .SelectMany(polygon => polygon.InteriorRings.Prepend(polygon.ExteriorRing))
            .Select(ring => LatticePoint.From(ring.Coordinates))
            .SelectMany(points => Enumerable.Range(1, points.Length - 1).Select(i => (points[i - 1], points[i])));

    /// <summary>Whether the way passes the side: properly, or exactly through the side's first end (so that a corner counts once).</summary>
    private static bool Crosses((LatticePoint A, LatticePoint B) way, (LatticePoint A, LatticePoint B) side)
    {
        var (a, b) = (Math.Sign(LatticePoint.Cross(side.A, side.B, way.A)), Math.Sign(LatticePoint.Cross(side.A, side.B, way.B)));
        var (c, d) = (Math.Sign(LatticePoint.Cross(way.A, way.B, side.A)), Math.Sign(LatticePoint.Cross(way.A, way.B, side.B)));
        return a * b < 0 && (c * d < 0 || c == 0);
    }

    private bool IsAtGate((LatticePoint A, LatticePoint B) way, (LatticePoint A, LatticePoint B) side, LatticePoint[] gates)
    {
        var (toA, toB) = (Math.Abs((double)LatticePoint.Cross(side.A, side.B, way.A)), Math.Abs((double)LatticePoint.Cross(side.A, side.B, way.B)));
        var share = toA / (toA + toB);
        var crossing = new LatticePoint(
            way.A.X + (int)Math.Round(((double)way.B.X - way.A.X) * share), way.A.Y + (int)Math.Round(((double)way.B.Y - way.A.Y) * share));
        return Array.Exists(gates, gate => Ellipsoid.DistanceMeters(gate.ToCoordinate(), crossing.ToCoordinate()) <= _gateMeters);
    }
}
