using GridMap.Core.Geography;

namespace GridMap.Districts.Network;

/// <summary>The nearest point of a segment to somewhere: the segment's number, that point, and how far it is.</summary>
public readonly record struct NearPoint(int Segment, LatticePoint Foot, double Meters);

/// <summary>Nearest points of indexed segments, in a metric at the asking point.</summary>
public static class Nearness
{
    /// <summary>Every segment within a distance, nearest first, ties to the lower number.</summary>
    public static List<NearPoint> FindWithin(SegmentIndex index, LatticePoint point, double metersMost)
    {
        var (perLongitude, perLatitude) = Ellipsoid.MetersPerDegree(point.Y / Lattice.StepsPerDegree);
        var (perX, perY) = (perLongitude / Lattice.StepsPerDegree, perLatitude / Lattice.StepsPerDegree);
        var (stepsX, stepsY) = ((int)(metersMost / perX) + 1, (int)(metersMost / perY) + 1);
        var candidates = new HashSet<int>();
        index.Collect(new LatticePoint(point.X - stepsX, point.Y - stepsY), new LatticePoint(point.X + stepsX, point.Y + stepsY), candidates);
        var near = new List<NearPoint>();
        foreach (var segment in candidates)
        {
            var (a, b) = index.Segments[segment];
            var found = Project(point, a, b, perX, perY);
            if (found.Meters <= metersMost)
            {
                near.Add(new NearPoint(segment, found.Foot, found.Meters));
            }
        }

        near.Sort((a, b) => a.Meters != b.Meters ? a.Meters.CompareTo(b.Meters) : a.Segment.CompareTo(b.Segment));
        return near;
    }

    public static NearPoint? FindNearest(SegmentIndex index, LatticePoint point, double metersMost)
    {
        var near = FindWithin(index, point, metersMost);
        return near.Count == 0 ? null : near[0];
    }

    private static (LatticePoint Foot, double Meters) Project(LatticePoint point, LatticePoint a, LatticePoint b, double perX, double perY)
    {
        var (alongX, alongY) = (((double)b.X - a.X) * perX, ((double)b.Y - a.Y) * perY);
        var (toX, toY) = (((double)point.X - a.X) * perX, ((double)point.Y - a.Y) * perY);
        var square = alongX * alongX + alongY * alongY;
        var fraction = square == 0 ? 0 : Math.Clamp((toX * alongX + toY * alongY) / square, 0, 1);
        var foot = new LatticePoint(a.X + (int)Math.Round(((double)b.X - a.X) * fraction), a.Y + (int)Math.Round(((double)b.Y - a.Y) * fraction));
        return (foot, double.Hypot(toX - alongX * fraction, toY - alongY * fraction));
    }
}
