using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Homes;

/// <summary>Courtyard houses on lots: wings around a yard that opens to one side.</summary>
internal static class Courtyards
{
    /// <summary>The footprint on a lot: a U around the yard where the lot is a large quadrangle, else a plain house; null when too small.</summary>
    public static Ring? Footprint(Ring lot, double marginMeters, double wingMeters, Chance chance)
    {
        if (Shapes.Inset(lot, marginMeters, 30) is not [var built])
        {
            return null;
        }

        var corners = Corners(built);
        if (corners.Length != 4 || !IsConvex(corners))
        {
            return built.Area < 260 ? built : null;
        }

        var open = OpenSide(corners, chance);
        return Horseshoe(corners, open, wingMeters) ?? new Ring(corners);
    }

    public static Vec North(Ring footprint)
    {
        var best = 0;
        for (var i = 1; i < footprint.Points.Length; i++)
        {
            if (Middle(footprint, i).Y > Middle(footprint, best).Y)
            {
                best = i;
            }
        }

        return Middle(footprint, best);
    }

    private static Vec Middle(Ring ring, int edge) => ring.From(edge).Toward(ring.To(edge), 0.5);

    private static Vec[] Corners(Ring ring)
    {
        List<Vec> corners = [];
        for (var i = 0; i < ring.Points.Length; i++)
        {
            Vec before = ring.Points[(i + ring.Points.Length - 1) % ring.Points.Length], at = ring.From(i), after = ring.To(i);
            if (Math.Abs((at - before).Unit.Cross((after - at).Unit)) > 0.12)
            {
                corners.Add(at);
            }
        }

        return [.. corners];
    }

    private static bool IsConvex(Vec[] corners) =>
        Enumerable.Range(0, 4).All(i => (corners[(i + 1) % 4] - corners[i]).Cross(corners[(i + 2) % 4] - corners[(i + 1) % 4]) > 0);

    // Yards open to the south, where the sun comes from; some to a side lane.
    private static int OpenSide(Vec[] corners, Chance chance)
    {
        if (chance.Happens(0.2))
        {
            return chance.Whole(0, 3);
        }

        return Enumerable.Range(0, 4).MinBy(i => corners[i].Y + corners[(i + 1) % 4].Y);
    }

    private static Ring? Horseshoe(Vec[] corners, int open, double wing)
    {
        Vec a = corners[open], b = corners[(open + 1) % 4], c = corners[(open + 2) % 4], d = corners[(open + 3) % 4];
        double front = a.DistanceTo(b), depth = Math.Min(b.DistanceTo(c), a.DistanceTo(d));
        if (front < wing * 2 + 3.5 || depth < wing + 5)
        {
            return null;
        }

        double left = wing / front, right = 1 - left, back = 1 - wing * 1.15 / depth;
        Vec leftIn = a.Toward(b, left), rightIn = a.Toward(b, right);
        Vec leftBack = leftIn.Toward(d.Toward(c, left), back), rightBack = rightIn.Toward(d.Toward(c, right), back);
        return new([a, leftIn, leftBack, rightBack, rightIn, b, c, d]);
    }
}
