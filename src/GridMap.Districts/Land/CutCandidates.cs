using NetTopologySuite.Algorithm;
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
                yield return new CutCandidate(normalX, normalY, offset, CountCrossed(shadows, offset), 1 - 2 * smaller);
            }
        }
    }

    /// <summary>Cuts across the long side of a piece that is longer than so many metres, in its middle third; none when it is short enough.</summary>
    public static IEnumerable<CutCandidate> Across(Polygon piece, List<CutBuilding> buildings, double metersMost)
    {
        const int Steps = 12;
        var corners = MinimumDiameter.GetMinimumRectangle(piece).Coordinates;
        if (corners.Length < 5)
        {
            yield break;
        }

        var (from, to) = corners[0].Distance(corners[1]) > corners[1].Distance(corners[2]) ? (corners[0], corners[1]) : (corners[1], corners[2]);
        var length = from.Distance(to);
        var (normalX, normalY) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
        var start = from.X * normalX + from.Y * normalY;
        var shadows = buildings.ConvertAll(building => Shadow(building, normalX, normalY));
        for (var step = 0; step <= Steps && length > metersMost; step++)
        {
            var share = (1 + (double)step / Steps) / 3;
            yield return new CutCandidate(
                normalX, normalY, start + length * share, CountCrossed(shadows, start + length * share), Math.Abs(1 - 2 * share));
        }
    }

    private static int CountCrossed(List<(double Low, double High, double Middle, int Households)> shadows, double offset) =>
        shadows.Count(shadow => shadow.Low < offset - 0.05 && shadow.High > offset + 0.05);

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
