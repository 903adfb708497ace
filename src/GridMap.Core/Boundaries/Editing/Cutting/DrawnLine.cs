using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>Reads a line that somebody drew, and refuses what is none.</summary>
internal static class DrawnLine
{
    private const int MostPoints = 2_000;

    /// <summary>Ten degrees: beyond it orientation would no longer be exact, and no district reaches.</summary>
    private const long FarSteps = 100_000_000;

    /// <summary>The line on the lattice without doubled points: at least two, nowhere meeting itself.</summary>
    /// <param name="near">A point of the land it should lie on.</param>
    public static Result<LatticePoint[]> Read(Position[] line, LatticePoint near)
    {
        if (line.Length > MostPoints)
        {
            return BoundaryRefusals.At(
                near, "LINE_TOO_LONG", $"The line has {line.Length} points; draw it with at most {MostPoints}.", $"该线有 {line.Length} 个点；请不要超过 {MostPoints} 个。");
        }

        var points = new List<LatticePoint>(line.Length);
        foreach (var position in line)
        {
            if (Position.Parse(position.Longitude, position.Latitude).Refusal is { } off)
            {
                return off;
            }

            var point = LatticePoint.From(position);
            if (Math.Abs((long)point.X - near.X) > FarSteps || Math.Abs((long)point.Y - near.Y) > FarSteps)
            {
                return Outside(point);
            }

            if (points.Count == 0 || points[^1] != point)
            {
                points.Add(point);
            }
        }

        return FindFault(points, near) is { } fault ? fault : points.ToArray();
    }

    public static Refusal Outside(LatticePoint place) => BoundaryRefusals.At(
        place, "LINE_OUTSIDE", "The line does not cross this land; draw it across, from border to border.", "该线未穿过此地块；请从边界画到边界。");

    public static Refusal EndsInside(LatticePoint place) => BoundaryRefusals.At(
        place, "LINE_ENDS_INSIDE", "The line ends inside the land; draw it on to the border.", "该线止于地块内部；请画到边界。");

    private static Refusal? FindFault(List<LatticePoint> points, LatticePoint near)
    {
        if (points.Count < 2)
        {
            return BoundaryRefusals.At(
                points.Count == 0 ? near : points[0], "LINE_ZERO_LENGTH", "The line has no length; draw it from border to border.", "该线长度为零；请从边界画到边界。");
        }

        for (var i = 2; i < points.Count; i++)
        {
            var (a, b, c) = (points[i - 2], points[i - 1], points[i]);
            if (LatticePoint.Cross(a, b, c) == 0 && Segments.Dot(b, a, c) > 0)
            {
                return BoundaryRefusals.At(b, "LINE_TURNS_BACK", "The line runs back along itself here; draw it onward only.", "该线在此处原路折返；请只向前画。");
            }
        }

        return FindCrossing(points) is { } place
            ? BoundaryRefusals.At(place, "LINE_CROSSES_ITSELF", "The line crosses or touches itself here; draw it without loops.", "该线在此处与自身相交；请避免打圈。")
            : null;
    }

    private static LatticePoint? FindCrossing(List<LatticePoint> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            for (var j = i + 2; j < points.Count; j++)
            {
                if (Segments.Meet(points[i - 1], points[i], points[j - 1], points[j]))
                {
                    return Segments.Crosses(points[i - 1], points[i], points[j - 1], points[j])
                        ? Segments.At(points[i - 1], points[i], Segments.Along(points[i - 1], points[i], points[j - 1], points[j]))
                        : points[j - 1];
                }
            }
        }

        return null;
    }
}
