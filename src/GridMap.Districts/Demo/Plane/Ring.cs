namespace GridMap.Districts.Demo.Plane;

/// <summary>A simple closed outline in the plane, counter-clockwise, first point not repeated.</summary>
internal sealed class Ring
{
    public Ring(IReadOnlyList<Vec> points)
    {
        var signed = SignedArea(points);
        Points = signed >= 0 ? [.. points] : [.. points.Reverse()];
        Area = Math.Abs(signed);
        Centroid = CentroidOf(Points, Area);
        (Low, High) = BoxOf(Points);
    }

    public Vec[] Points { get; }

    public double Area { get; }

    public Vec Centroid { get; }

    public Vec Low { get; }

    public Vec High { get; }

    public Vec From(int edge) => Points[edge];

    public Vec To(int edge) => Points[edge + 1 == Points.Length ? 0 : edge + 1];

    public double Perimeter
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < Points.Length; i++)
            {
                sum += From(i).DistanceTo(To(i));
            }

            return sum;
        }
    }

    public static Ring Rectangle(double left, double bottom, double right, double top) =>
        new([new(left, bottom), new(right, bottom), new(right, top), new(left, top)]);

    public bool Contains(Vec p)
    {
        var inside = false;
        for (var i = 0; i < Points.Length; i++)
        {
            Vec a = From(i), b = To(i);
            if (a.Y > p.Y != b.Y > p.Y && p.X < a.X + (p.Y - a.Y) / (b.Y - a.Y) * (b.X - a.X))
            {
                inside = !inside;
            }
        }

        return inside;
    }

    /// <summary>Where a way first meets the outline.</summary>
    public Vec? FirstCrossing(Vec from, Vec to)
    {
        var first = double.MaxValue;
        for (var i = 0; i < Points.Length; i++)
        {
            if (Lines.Crossing(from, to, From(i), To(i)) is { } at)
            {
                first = Math.Min(first, at.First);
            }
        }

        return first > 1 ? null : from.Toward(to, first);
    }

    public Ring Map(Func<Vec, Vec> change) => new(Array.ConvertAll(Points, p => change(p)));

    public double DistanceToEdge(Vec p)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Points.Length; i++)
        {
            best = Math.Min(best, Lines.DistanceToSegment(p, From(i), To(i)));
        }

        return best;
    }

    private static double SignedArea(IReadOnlyList<Vec> points)
    {
        var sum = 0.0;
        var origin = points[0];
        for (var i = 1; i + 1 < points.Count; i++)
        {
            sum += (points[i] - origin).Cross(points[i + 1] - origin);
        }

        return sum / 2;
    }

    private static Vec CentroidOf(Vec[] points, double area)
    {
        if (area < 1e-6)
        {
            return points[0];
        }

        var origin = points[0];
        var sum = new Vec(0, 0);
        for (var i = 1; i + 1 < points.Length; i++)
        {
            Vec a = points[i] - origin, b = points[i + 1] - origin;
            sum += (a + b) * a.Cross(b);
        }

        return origin + sum * (1 / (6 * area));
    }

    private static (Vec Low, Vec High) BoxOf(Vec[] points)
    {
        Vec low = points[0], high = points[0];
        foreach (var p in points)
        {
            low = new(Math.Min(low.X, p.X), Math.Min(low.Y, p.Y));
            high = new(Math.Max(high.X, p.X), Math.Max(high.Y, p.Y));
        }

        return (low, high);
    }
}
