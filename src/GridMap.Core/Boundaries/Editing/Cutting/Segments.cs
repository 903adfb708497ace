using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>Straight pieces between lattice points: exact tests, and the nearest point.</summary>
internal static class Segments
{
    /// <summary>Whether two segments have a point in common, by exact orientation.</summary>
    public static bool Meet(LatticePoint a, LatticePoint b, LatticePoint c, LatticePoint d)
    {
        if (!BoxesMeet(a, b, c, d))
        {
            return false;
        }

        var (onC, onD) = (Side(a, b, c), Side(a, b, d));
        var (onA, onB) = (Side(c, d, a), Side(c, d, b));
        return onC * onD <= 0 && onA * onB <= 0;
    }

    /// <summary>Whether two segments have more in common than one end point of both.</summary>
    public static bool Clash(LatticePoint a, LatticePoint b, LatticePoint c, LatticePoint d)
    {
        if (!Meet(a, b, c, d))
        {
            return false;
        }

        var shared = a == c || a == d ? a : b == c || b == d ? b : (LatticePoint?)null;
        if (shared is not { } end)
        {
            return true;
        }

        var (mine, theirs) = (end == a ? b : a, end == c ? d : c);
        return mine == theirs || (LatticePoint.Cross(end, mine, theirs) == 0 && Dot(end, mine, theirs) > 0);
    }

    public static bool Crosses(LatticePoint a, LatticePoint b, LatticePoint c, LatticePoint d) =>
        BoxesMeet(a, b, c, d) && Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

    /// <summary>How far along a→b it crosses c→d, from 0 to 1.</summary>
    public static double Along(LatticePoint a, LatticePoint b, LatticePoint c, LatticePoint d)
    {
        var (from, to) = ((double)LatticePoint.Cross(c, d, a), (double)LatticePoint.Cross(c, d, b));
        return from / (from - to);
    }

    public static LatticePoint At(LatticePoint a, LatticePoint b, double along) =>
        new((int)Math.Round(a.X + along * ((double)b.X - a.X)), (int)Math.Round(a.Y + along * ((double)b.Y - a.Y)));

    /// <summary>How far along a→b the point of it nearest to another lies, and the distance; both in steps of the lattice.</summary>
    public static (double Along, double Distance) Nearest(LatticePoint a, LatticePoint b, LatticePoint point)
    {
        var (x, y) = ((double)b.X - a.X, (double)b.Y - a.Y);
        var square = x * x + y * y;
        var along = square == 0 ? 0 : Math.Clamp((((double)point.X - a.X) * x + ((double)point.Y - a.Y) * y) / square, 0, 1);
        return (along, double.Hypot(a.X + along * x - point.X, a.Y + along * y - point.Y));
    }

    public static double Distance(LatticePoint a, LatticePoint b) => double.Hypot((double)b.X - a.X, (double)b.Y - a.Y);

    /// <summary>Positive when a and b lie in like directions from a centre.</summary>
    public static long Dot(LatticePoint centre, LatticePoint a, LatticePoint b) =>
        ((long)a.X - centre.X) * ((long)b.X - centre.X) + ((long)a.Y - centre.Y) * ((long)b.Y - centre.Y);

    private static int Side(LatticePoint a, LatticePoint b, LatticePoint point) => Math.Sign(LatticePoint.Cross(a, b, point));

    private static bool BoxesMeet(LatticePoint a, LatticePoint b, LatticePoint c, LatticePoint d) =>
        Math.Max(a.X, b.X) >= Math.Min(c.X, d.X) && Math.Max(c.X, d.X) >= Math.Min(a.X, b.X)
        && Math.Max(a.Y, b.Y) >= Math.Min(c.Y, d.Y) && Math.Max(c.Y, d.Y) >= Math.Min(a.Y, b.Y);
}
