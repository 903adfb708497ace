using NetTopologySuite.Geometries;

namespace GridMap.Districts.Land;

/// <summary>A straight cut at a signed distance along its normal; how many buildings it crosses and how uneven the halves are (0 to 1).</summary>
public sealed record CutCandidate(double NormalX, double NormalY, double Offset, int Crossed, double Imbalance)
{
    /// <summary>The cut as a line long enough to cross an envelope.</summary>
    public LineString Line(Envelope envelope)
    {
        var (from, to) = Ends(envelope);
        return new LineString([from, to]);
    }

    /// <summary>The side of the cut with smaller distances, as a rectangle that covers an envelope.</summary>
    public Polygon HalfPlane(Envelope envelope)
    {
        var (from, to) = Ends(envelope);
        var depth = Reach(envelope) * 2;
        var (backX, backY) = (-NormalX * depth, -NormalY * depth);
        return new Polygon(new LinearRing(
            [from, to, new Coordinate(to.X + backX, to.Y + backY), new Coordinate(from.X + backX, from.Y + backY), from.Copy()]));
    }

    private static double Reach(Envelope envelope) => envelope.Width + envelope.Height + 10;

    private (Coordinate From, Coordinate To) Ends(Envelope envelope)
    {
        var centre = envelope.Centre;
        var shift = Offset - (centre.X * NormalX + centre.Y * NormalY);
        var (footX, footY) = (centre.X + shift * NormalX, centre.Y + shift * NormalY);
        var reach = Reach(envelope);
        return (new Coordinate(footX - NormalY * reach, footY + NormalX * reach), new Coordinate(footX + NormalY * reach, footY - NormalX * reach));
    }
}

/// <summary>Where a set of buildings can be cut in one direction: between the shadows they throw on the cut's normal.</summary>
public static class CutCandidates
{
    /// <summary>Cuts that run in the direction of an angle (radians, counter-clockwise from east) with households on both sides.</summary>
    public static IEnumerable<CutCandidate> Along(double angle, List<CutBuilding> buildings)
    {
        var (normalX, normalY) = (-Math.Sin(angle), Math.Cos(angle));
        var shadows = buildings.Select(building => Shadow(building, normalX, normalY)).OrderBy(shadow => shadow.Middle).ToList();
        var total = shadows.Sum(shadow => shadow.Households);
        var below = 0;
        for (var i = 1; i < shadows.Count; i++)
        {
            below += shadows[i - 1].Households;
            var smaller = Math.Min(below, total - below) / (double)total;
            if (smaller > 0)
            {
                var offset = Gap(shadows, i);
                var crossed = shadows.Count(shadow => shadow.Low < offset - 0.05 && shadow.High > offset + 0.05);
                yield return new CutCandidate(normalX, normalY, offset, crossed, 1 - 2 * smaller);
            }
        }
    }

    private static (double Low, double High, double Middle, int Households) Shadow(CutBuilding building, double normalX, double normalY)
    {
        var distances = building.Corners.Select(corner => corner.X * normalX + corner.Y * normalY).ToList();
        return (distances.Min(), distances.Max(), building.Point.X * normalX + building.Point.Y * normalY, building.Households);
    }

    private static double Gap(List<(double Low, double High, double Middle, int Households)> shadows, int index)
    {
        var (before, after) = (shadows[index - 1], shadows[index]);
        return before.High <= after.Low ? (before.High + after.Low) / 2 : (before.Middle + after.Middle) / 2;
    }
}
