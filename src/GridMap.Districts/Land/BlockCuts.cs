using GridMap.Core.Boundaries;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace GridMap.Districts.Land;

/// <summary>A building as the cutter sees it: its footprint's corners in metres, a point within, and its households.</summary>
public sealed record CutBuilding(Coordinate[] Corners, Coordinate Point, int Households);

/// <summary>
/// Cuts blocks with many households by straight lines from border to border, along the rows of buildings and through the gaps between
/// them, until no piece holds more, or (if built-up) is longer, than the rules allow. Prefers short cuts, even halves and, above all, cuts that cross no building.
/// </summary>
public sealed class BlockCuts(LandRules rules)
{
    private const int Shortlist = 6;

    private const double MetersPerCrossedBuilding = 400;

    private const double OverlapMeters = 0.05;

    private const double ImbalanceMost = 0.56;

    /// <summary>The cutting lines within one block.</summary>
    public IEnumerable<BoundaryLine> Cut(Polygon block, IReadOnlyList<(Polygon Footprint, LatticePoint Point, int Households)> buildings)
    {
        var metric = new LocalMetric(LatticePoint.From(block.Coordinate));
        var cutBuildings = buildings.Select(building => new CutBuilding(
            Array.ConvertAll(building.Footprint.ExteriorRing.Coordinates, metric.ToMeters),
            metric.ToMeters(building.Point),
            building.Households)).ToList();
        var lines = new List<LineString>();
        CutPiece(metric.ToMeters(block), cutBuildings, lines);
        return lines.Select(line => new BoundaryLine(Array.ConvertAll(line.Coordinates, metric.ToLattice), Divider.Line))
            .Where(line => line.Points[0] != line.Points[^1]);
    }

    private void CutPiece(Polygon piece, List<CutBuilding> buildings, List<LineString> lines)
    {
        if (FindCut(piece, Candidates(piece, buildings)) is not { } cut)
        {
            return;
        }

        lines.AddRange(cut.Chords.Select(Lengthen));
        foreach (var part in Halves(piece, cut.Candidate))
        {
            CutPiece(part, buildings.FindAll(building => part.EnvelopeInternal.Contains(building.Point) && part.Contains(new Point(building.Point))), lines);
        }
    }

    private List<CutCandidate> Candidates(Polygon piece, List<CutBuilding> buildings)
    {
        if (buildings.Count > 1 && buildings.Sum(building => building.Households) > rules.AtomHouseholdsMost)
        {
            var row = RowDirection(buildings);
            return [.. new[] { row, row + Math.PI / 2 }.SelectMany(angle => CutCandidates.Along(angle, buildings))];
        }

        var isLong = double.Hypot(piece.EnvelopeInternal.Width, piece.EnvelopeInternal.Height) > rules.AtomMetersMost && piece.Area < rules.CountrySquareMetersLeast;
        return isLong ? [.. CutCandidates.Across(piece, buildings, rules.AtomMetersMost)] : [];
    }

    private static (CutCandidate Candidate, List<LineString> Chords)? FindCut(Polygon piece, List<CutCandidate> candidates)
    {
        // A tower may outweigh all the rest together: then an uneven cut is better than none.
        var even = candidates.FindAll(candidate => candidate.Imbalance <= ImbalanceMost);
        return (even.Count > 0 ? even : candidates)
            .OrderBy(candidate => candidate.Crossed).ThenBy(candidate => candidate.Imbalance)
            .Take(Shortlist)
            .Select(candidate => (Candidate: candidate, Chords: Chords(piece, candidate)))
            .Where(cut => cut.Chords.Count > 0)
            .OrderBy(cut => Cost(cut.Candidate, cut.Chords))
            .Select(cut => ((CutCandidate, List<LineString>)?)cut)
            .FirstOrDefault();
    }

    // On the lattice earlier cuts lie up to a step beside where they were computed: a cut that ends on one must reach across it.
    private static LineString Lengthen(LineString chord)
    {
        var (from, to) = (chord.Coordinates[0], chord.Coordinates[^1]);
        var (stepX, stepY) = ((to.X - from.X) / chord.Length * OverlapMeters, (to.Y - from.Y) / chord.Length * OverlapMeters);
        return new LineString([new Coordinate(from.X - stepX, from.Y - stepY), new Coordinate(to.X + stepX, to.Y + stepY)]);
    }

    private static double Cost(CutCandidate candidate, List<LineString> chords) =>
        (chords.Sum(chord => chord.Length) + MetersPerCrossedBuilding * candidate.Crossed) * (1 + 2 * candidate.Imbalance);

    /// <summary>The direction most walls run in, modulo a right angle: the mean of four times their angle, weighed by length.</summary>
    private static double RowDirection(List<CutBuilding> buildings)
    {
        var (east, north) = (0.0, 0.0);
        foreach (var corners in buildings.Select(building => building.Corners))
        {
            for (var i = 1; i < corners.Length; i++)
            {
                var length = corners[i].Distance(corners[i - 1]);
                var angle = 4 * Math.Atan2(corners[i].Y - corners[i - 1].Y, corners[i].X - corners[i - 1].X);
                (east, north) = (east + length * Math.Cos(angle), north + length * Math.Sin(angle));
            }
        }

        return Math.Atan2(north, east) / 4;
    }

    private static List<LineString> Chords(Polygon piece, CutCandidate candidate)
    {
        var chords = OverlayNGRobust.Overlay(piece, candidate.Line(piece.EnvelopeInternal), SpatialFunction.Intersection);
        return [.. Enumerable.Range(0, chords.NumGeometries).Select(chords.GetGeometryN).OfType<LineString>().Where(chord => chord.Length > 0.5)];
    }

    private static IEnumerable<Polygon> Halves(Polygon piece, CutCandidate candidate)
    {
        var halfPlane = candidate.HalfPlane(piece.EnvelopeInternal);
        return new[] { SpatialFunction.Intersection, SpatialFunction.Difference }
            .Select(side => OverlayNGRobust.Overlay(piece, halfPlane, side))
            .SelectMany(half => Enumerable.Range(0, half.NumGeometries).Select(half.GetGeometryN))
            .OfType<Polygon>().Where(part => !part.IsEmpty);
    }
}
