namespace GridMap.Districts.Demo.Plane;

/// <summary>Stretches of level lines inside a ring.</summary>
internal static class Chords
{
    /// <summary>The stretches of x that lie inside the ring for every y of a band.</summary>
    public static List<(double From, double To)> Across(Ring ring, double low, double high)
    {
        List<double> levels = [low + 1e-6, high - 1e-6];
        levels.AddRange(ring.Points.Where(p => p.Y > low && p.Y < high).SelectMany(p => (double[])[p.Y - 1e-6, p.Y + 1e-6]));
        List<(double From, double To)> common = [(double.MinValue, double.MaxValue)];
        foreach (var level in levels)
        {
            common = Intersect(common, At(ring, level));
        }

        return common;
    }

    /// <summary>The stretches of x inside the ring at one y.</summary>
    public static List<(double From, double To)> At(Ring ring, double y)
    {
        List<double> hits = [];
        for (var i = 0; i < ring.Points.Length; i++)
        {
            Vec a = ring.From(i), b = ring.To(i);
            if (a.Y > y != b.Y > y)
            {
                hits.Add(a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X));
            }
        }

        hits.Sort();
        List<(double, double)> stretches = [];
        for (var i = 0; i + 1 < hits.Count; i += 2)
        {
            stretches.Add((hits[i], hits[i + 1]));
        }

        return stretches;
    }

    public static List<(double From, double To)> Without(List<(double From, double To)> stretches, double from, double to)
    {
        List<(double, double)> rest = [];
        foreach (var (start, end) in stretches)
        {
            if (start < from)
            {
                rest.Add((start, Math.Min(end, from)));
            }

            if (end > to)
            {
                rest.Add((Math.Max(start, to), end));
            }
        }

        return rest;
    }

    private static List<(double From, double To)> Intersect(List<(double From, double To)> one, List<(double From, double To)> other)
    {
        List<(double, double)> both = [];
        foreach (var a in one)
        {
            foreach (var b in other)
            {
                if (Math.Min(a.To, b.To) > Math.Max(a.From, b.From))
                {
                    both.Add((Math.Max(a.From, b.From), Math.Min(a.To, b.To)));
                }
            }
        }

        return both;
    }
}
