namespace GridMap.Districts.Demo.Plane;

/// <summary>One cut of a ring by a nearly straight line.</summary>
internal static class Halving
{
    private readonly record struct Hit(double Along, int Edge, Vec Place);

    /// <summary>Cuts along a line through a place; each end may be drawn to a point on the same outline; null when the line does not cut cleanly.</summary>
    public static (Ring One, Ring Other, Vec[] Line)? Cut(Ring ring, Vec through, Vec direction, Func<Vec, Vec?> drawn, double bendMeters)
    {
        var hits = Hits(ring, through, direction);
        var after = hits.FindIndex(hit => hit.Along > 0);
        if (after < 1)
        {
            return null;
        }

        if (Drawn(ring, hits[after - 1], drawn) is not { } start || Drawn(ring, hits[after], drawn) is not { } end || start.Edge == end.Edge)
        {
            return null;
        }

        var middle = start.Place.Toward(end.Place, 0.5) + (end.Place - start.Place).Unit.Left * bendMeters;
        Vec[] line = bendMeters == 0 ? [start.Place, end.Place] : [start.Place, middle, end.Place];
        return StaysInside(ring, line) ? (Part(ring, start, end, line), Part(ring, end, start, [.. line.Reverse()]), line) : null;
    }

    private static List<Hit> Hits(Ring ring, Vec through, Vec direction)
    {
        List<Hit> hits = [];
        for (var i = 0; i < ring.Points.Length; i++)
        {
            Vec a = ring.From(i), b = ring.To(i);
            double sideA = direction.Cross(a - through), sideB = direction.Cross(b - through);
            if (sideA > 0 == sideB > 0)
            {
                continue;
            }

            var place = a.Toward(b, sideA / (sideA - sideB));
            hits.Add(new((place - through).Dot(direction), i, place));
        }

        hits.Sort((one, other) => one.Along.CompareTo(other.Along));
        return hits;
    }

    private static Hit? Drawn(Ring ring, Hit hit, Func<Vec, Vec?> drawn)
    {
        if (drawn(hit.Place) is not { } place)
        {
            return hit;
        }

        for (var i = 0; i < ring.Points.Length; i++)
        {
            if (Lines.DistanceToSegment(place, ring.From(i), ring.To(i)) < 1e-3)
            {
                return hit with { Edge = i, Place = place };
            }
        }

        return hit;
    }

    private static bool StaysInside(Ring ring, Vec[] line)
    {
        for (var s = 1; s < line.Length; s++)
        {
            for (var i = 0; i < ring.Points.Length; i++)
            {
                if (Lines.Crossing(line[s - 1], line[s], ring.From(i), ring.To(i)) is { } at && !IsEnd(line, line[s - 1].Toward(line[s], at.First)))
                {
                    return false;
                }
            }
        }

        return ring.Contains(line[0].Toward(line[1], 0.5));
    }

    private static bool IsEnd(Vec[] line, Vec place) => place.DistanceTo(line[0]) < 0.01 || place.DistanceTo(line[^1]) < 0.01;

    // The part to the left of nothing but the walk: from the cut's start along the outline to its end, and back along the cut.
    private static Ring Part(Ring ring, Hit from, Hit to, Vec[] line)
    {
        List<Vec> points = [from.Place];
        for (var i = from.Edge; i != to.Edge; i = (i + 1) % ring.Points.Length)
        {
            Append(points, ring.To(i));
        }

        Append(points, to.Place);
        foreach (var inner in line[1..^1].Reverse())
        {
            Append(points, inner);
        }

        return new(points);
    }

    private static void Append(List<Vec> points, Vec next)
    {
        if (next.DistanceTo(points[^1]) > 1e-3)
        {
            points.Add(next);
        }
    }
}
