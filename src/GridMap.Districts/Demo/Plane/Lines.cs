namespace GridMap.Districts.Demo.Plane;

/// <summary>Segments and polylines in the plane.</summary>
internal static class Lines
{
    public static double DistanceToSegment(Vec p, Vec a, Vec b) => p.DistanceTo(NearestOnSegment(p, a, b));

    public static Vec NearestOnSegment(Vec p, Vec a, Vec b)
    {
        var along = b - a;
        var square = along.Dot(along);
        return square == 0 ? a : a + along * Math.Clamp((p - a).Dot(along) / square, 0, 1);
    }

    public static Vec NearestOnLine(Vec p, IReadOnlyList<Vec> line) =>
        Enumerable.Range(1, line.Count - 1).Select(i => NearestOnSegment(p, line[i - 1], line[i])).MinBy(p.DistanceTo);

    public static double DistanceToLine(Vec p, IReadOnlyList<Vec> line)
    {
        var best = double.MaxValue;
        for (var i = 1; i < line.Count; i++)
        {
            best = Math.Min(best, DistanceToSegment(p, line[i - 1], line[i]));
        }

        return best;
    }

    /// <summary>Where segment a–b meets segment c–d, as shares along both; null when they do not or are parallel.</summary>
    public static (double First, double Second)? Crossing(Vec a, Vec b, Vec c, Vec d)
    {
        Vec r = b - a, s = d - c;
        var denominator = r.Cross(s);
        if (Math.Abs(denominator) < 1e-12)
        {
            return null;
        }

        double first = (c - a).Cross(s) / denominator, second = (c - a).Cross(r) / denominator;
        return first is >= 0 and <= 1 && second is >= 0 and <= 1 ? (first, second) : null;
    }

    public static double Length(IReadOnlyList<Vec> line)
    {
        var sum = 0.0;
        for (var i = 1; i < line.Count; i++)
        {
            sum += line[i - 1].DistanceTo(line[i]);
        }

        return sum;
    }

    /// <summary>The point so many metres along a line.</summary>
    public static Vec Along(IReadOnlyList<Vec> line, double meters)
    {
        for (var i = 1; i < line.Count; i++)
        {
            var length = line[i - 1].DistanceTo(line[i]);
            if (meters <= length && length > 0)
            {
                return line[i - 1].Toward(line[i], meters / length);
            }

            meters -= length;
        }

        return line[^1];
    }

    /// <summary>The line shifted to its left by a distance that may differ from vertex to vertex; for gentle curves.</summary>
    public static Vec[] Offset(IReadOnlyList<Vec> line, Func<int, double> meters)
    {
        var result = new Vec[line.Count];
        for (var i = 0; i < line.Count; i++)
        {
            var along = line[Math.Min(i + 1, line.Count - 1)] - line[Math.Max(i - 1, 0)];
            result[i] = line[i] + along.Unit.Left * meters(i);
        }

        return result;
    }

    /// <summary>A smooth curve through the points (centripetal enough for evenly spread ones), with a vertex about every so many metres.</summary>
    public static List<Vec> Smooth(IReadOnlyList<Vec> knots, double stepMeters)
    {
        List<Vec> result = [knots[0]];
        for (var i = 0; i + 1 < knots.Count; i++)
        {
            Vec before = knots[Math.Max(i - 1, 0)], from = knots[i], to = knots[i + 1], after = knots[Math.Min(i + 2, knots.Count - 1)];
            var steps = Math.Max(1, (int)(from.DistanceTo(to) / stepMeters));
            for (var s = 1; s <= steps; s++)
            {
                result.Add(CatmullRom(before, from, to, after, (double)s / steps));
            }
        }

        return result;
    }

    private static Vec CatmullRom(Vec p0, Vec p1, Vec p2, Vec p3, double t) =>
        (p1 * 2 + (p2 - p0) * t + (p0 * 2 - p1 * 5 + p2 * 4 - p3) * (t * t) + (p1 * 3 - p0 - p2 * 3 + p3) * (t * t * t)) * 0.5;
}
