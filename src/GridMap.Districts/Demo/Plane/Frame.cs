namespace GridMap.Districts.Demo.Plane;

/// <summary>A turned right-angled frame: buildings and rows are laid out in it and then carried back to the plane.</summary>
internal readonly record struct Frame(Vec Origin, Vec Axis)
{
    public Vec In(Vec p) => new((p - Origin).Dot(Axis), (p - Origin).Dot(Axis.Left));

    public Vec Out(Vec p) => Origin + Axis * p.X + Axis.Left * p.Y;

    public Ring In(Ring ring) => ring.Map(In);

    public Ring Out(Ring ring) => ring.Map(Out);

    public Vec[] Out(IReadOnlyList<Vec> line) => [.. line.Select(Out)];

    /// <summary>The frame of the smallest rectangle around a ring; its axis is turned to point east within 45°.</summary>
    public static Frame Facing(Ring ring)
    {
        var axis = LongAxis(ring);
        if (Math.Abs(axis.Y) > Math.Abs(axis.X))
        {
            axis = axis.Left;
        }

        return new(ring.Centroid, axis.X < 0 ? axis * -1 : axis);
    }

    /// <summary>The frame of the smallest rectangle around a ring with its axis along the longer side.</summary>
    public static Frame Lengthwise(Ring ring) => new(ring.Centroid, LongAxis(ring));

    private static Vec LongAxis(Ring ring)
    {
        var best = (Area: double.MaxValue, Axis: new Vec(1, 0));
        for (var i = 0; i < ring.Points.Length; i++)
        {
            var side = ring.To(i) - ring.From(i);
            if (side.Length < 1)
            {
                continue;
            }

            var axis = side.Unit;
            var (width, height) = Extent(ring, axis);
            if (width * height < best.Area - 1e-6)
            {
                best = (width * height, width >= height ? axis : axis.Left);
            }
        }

        return best.Axis;
    }

    private static (double Width, double Height) Extent(Ring ring, Vec axis)
    {
        double left = double.MaxValue, right = double.MinValue, low = double.MaxValue, high = double.MinValue;
        foreach (var p in ring.Points)
        {
            double x = p.Dot(axis), y = p.Dot(axis.Left);
            (left, right) = (Math.Min(left, x), Math.Max(right, x));
            (low, high) = (Math.Min(low, y), Math.Max(high, y));
        }

        return (right - left, high - low);
    }
}
