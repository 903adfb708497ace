using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>The border of one atom as straight pieces, to find where a line meets it.</summary>
internal sealed class AtomBorder
{
    /// <summary>Half a metre: a line that comes as near to a corner, or ends as near to the border, means it.</summary>
    public const double SnapSteps = 45;

    /// <summary>25 m: how far a line's end may be moved along the outline of the land, which must not bend.</summary>
    private const double OutlineSteps = 2_250;

    private readonly LandTable _land;
    private readonly int[] _edges;

    public AtomBorder(LandTable land, int atom)
    {
        (_land, _edges) = (land, [.. land.EdgesOf(atom)]);
        Array.Sort(_edges, (a, b) => land.EdgeIdOf(a).CompareTo(land.EdgeIdOf(b)));
    }

    public IReadOnlyList<int> Edges => _edges;

    /// <summary>The line in order: its points, those near the border moved onto it, and the points where it meets it put in between.</summary>
    public Result<List<(LatticePoint Point, BorderHit? Hit)>> Meet(LatticePoint[] line)
    {
        var met = new List<(LatticePoint Point, BorderHit? Hit)>();
        for (var i = 0; i < line.Length; i++)
        {
            if (i > 0 && AddCrossings(met, line[i - 1], line[i]) is { } refused)
            {
                return refused;
            }

            var hit = FindNear(line[i]);
            if (hit.Refusal is { } unfit)
            {
                return unfit;
            }

            Add(met, hit.Value?.Point ?? line[i], hit.Value);
        }

        return met;
    }

    private static void Add(List<(LatticePoint Point, BorderHit? Hit)> met, LatticePoint point, BorderHit? hit)
    {
        if (met.Count == 0 || (met[^1].Point != point && !AreOne(met[^1].Hit, hit)))
        {
            met.Add((point, hit));
        }
        else if (met[^1].Hit is null || (hit is { IsVertex: true } && met[^1].Hit is { IsVertex: false }))
        {
            met[^1] = (point, hit);
        }
    }

    /// <summary>Two places of the border half a metre apart are meant as one.</summary>
    private static bool AreOne(BorderHit? a, BorderHit? b) =>
        a is { } one && b is { } other && Segments.Distance(one.Point, other.Point) <= SnapSteps && !(one.IsVertex && other.IsVertex);

    private Refusal? AddCrossings(List<(LatticePoint Point, BorderHit? Hit)> met, LatticePoint from, LatticePoint to)
    {
        var crossings = new List<(double Along, int Edge, int Before, double Across)>();
        foreach (var edge in _edges)
        {
            var course = _land.Edges[edge].Course;
            for (var i = 0; i < course.Length; i++)
            {
                if (i > 0 && Segments.Crosses(from, to, course[i - 1], course[i]))
                {
                    crossings.Add((Segments.Along(from, to, course[i - 1], course[i]), edge, i, Segments.Along(course[i - 1], course[i], from, to)));
                }

                // A corner that lies on the line, or as near as makes no difference, is met too: a line along a road keeps to its corners.
                var (along, distance) = Segments.Nearest(from, to, course[i]);
                if (distance < 1 && along is > 0 and < 1)
                {
                    crossings.Add((along, edge, Math.Max(i, 1), i == 0 ? 0 : 1));
                }
            }
        }

        foreach (var (_, edge, before, across) in crossings.OrderBy(crossing => crossing.Along).ThenBy(crossing => _land.EdgeIdOf(crossing.Edge)))
        {
            var hit = HitAt(edge, before, across);
            if (hit.Refusal is { } refused)
            {
                return refused;
            }

            Add(met, hit.Value.Point, hit.Value);
        }

        return null;
    }

    /// <summary>The corner or else the place of the border that a point is as near to as to mean it.</summary>
    private Result<BorderHit?> FindNear(LatticePoint point)
    {
        var best = (Distance: SnapSteps, Edge: -1, Before: 0, Across: 0.0);
        foreach (var edge in _edges)
        {
            var course = _land.Edges[edge].Course;
            for (var i = 1; i < course.Length; i++)
            {
                var (across, distance) = Segments.Nearest(course[i - 1], course[i], point);
                best = distance < best.Distance ? (distance, edge, i, across) : best;
            }
        }

        if (best.Edge < 0)
        {
            return (BorderHit?)null;
        }

        var hit = HitAt(best.Edge, best.Before, best.Across);
        return hit.IsRefused ? hit.Refusal! : hit.Value;
    }

    private Result<BorderHit> HitAt(int edge, int before, double across)
    {
        var course = _land.Edges[edge].Course;
        var (a, b) = (course[before - 1], course[before]);
        var exact = Segments.At(a, b, across);
        var (toA, toB) = (Segments.Distance(a, exact), Segments.Distance(exact, b));
        var isOutline = _land.Edges[edge].Left < 0 || _land.Edges[edge].Right < 0;
        if (Math.Min(toA, toB) <= SnapSteps)
        {
            return toA <= toB ? new BorderHit(edge, before - 1, true, a) : new BorderHit(edge, before, true, b);
        }

        if (!isOutline || LatticePoint.Cross(a, b, exact) == 0)
        {
            return new BorderHit(edge, before, false, exact);
        }

        if (OnOutline(a, b, across) is { } point)
        {
            return new BorderHit(edge, before, false, point);
        }

        return Math.Min(toA, toB) > OutlineSteps ? EndsOnOutline(exact)
            : toA <= toB ? new BorderHit(edge, before - 1, true, a)
            : new BorderHit(edge, before, true, b);
    }

    /// <summary>The lattice point exactly on the outline nearest to a place of it, if there is one near: the outline must not bend.</summary>
    private static LatticePoint? OnOutline(LatticePoint a, LatticePoint b, double across)
    {
        var (x, y) = ((long)b.X - a.X, (long)b.Y - a.Y);
        var parts = Divisor(Math.Abs(x), Math.Abs(y));
        var part = (long)Math.Round(across * parts);
        if (part <= 0 || part >= parts)
        {
            return null;
        }

        var point = new LatticePoint((int)(a.X + x / parts * part), (int)(a.Y + y / parts * part));
        return Segments.Distance(point, Segments.At(a, b, across)) <= OutlineSteps ? point : null;
    }

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);

    private static Refusal EndsOnOutline(LatticePoint place) => BoundaryRefusals.At(
        place,
        "CUT_ENDS_ON_OUTLINE",
        "The outline of the land must not bend; end the line at a corner of it.",
        "辖区外轮廓不可改变；请将线画到外轮廓的折点上。");
}
