namespace GridMap.Districts.Demo.Plane;

/// <summary>How a ring is cut into parts: wanted size, how much sizes vary, bend of a cut in metres, and how near an older junction draws a cut's end.</summary>
internal sealed record CuttingRule(
    double TargetSquareMeters, double Spread = 0.35, double BendMeters = 0, double DrawMeters = 0, double WorstAspect = 2.6, double Skew = 0.04);

/// <summary>One cut through a ring, from edge to edge; depth 0 is the first.</summary>
internal sealed record Cut(Vec[] Line, int Depth);

/// <summary>Recursive division of land: across the longer axis again and again, as towns are parcelled.</summary>
internal sealed class Subdivision(CuttingRule rule, Chance chance, PointIndex? junctions = null)
{
    public List<Cut> Cuts { get; } = [];

    public List<Ring> Parts { get; } = [];

    public Subdivision Divide(Ring whole)
    {
        Stack<(Ring Ring, int Depth)> waiting = new([(whole, 0)]);
        while (waiting.TryPop(out var next))
        {
            if (IsSmallEnough(next.Ring) || TryCut(next.Ring) is not { } split)
            {
                Parts.Add(next.Ring);
                continue;
            }

            Cuts.Add(new(split.Line, next.Depth));
            junctions?.Add(split.Line[0]);
            junctions?.Add(split.Line[^1]);
            waiting.Push((split.One, next.Depth + 1));
            waiting.Push((split.Other, next.Depth + 1));
        }

        return this;
    }

    private bool IsSmallEnough(Ring ring)
    {
        var limit = rule.TargetSquareMeters * chance.Between(1.35 - rule.Spread, 1.35 + rule.Spread);
        return ring.Area < limit;
    }

    private (Ring One, Ring Other, Vec[] Line)? TryCut(Ring ring)
    {
        var frame = Frame.Lengthwise(ring);
        var local = frame.In(ring);
        for (var attempt = 0; attempt < 9; attempt++)
        {
            var share = 0.5 + chance.Between(-0.13, 0.13);
            var middle = new Vec(local.Low.X + (local.High.X - local.Low.X) * share, (local.Low.Y + local.High.Y) / 2);
            // The middle of a crescent's box may lie outside it.
            var through = attempt < 4 ? frame.Out(middle) : Shapes.Within(ring) + frame.Axis * ((share - 0.5) * local.High.X);
            var direction = (frame.Axis.Left + frame.Axis * chance.Between(-rule.Skew, rule.Skew)).Unit;
            if (Halving.Cut(ring, through, direction, DrawnEnd, Bend()) is { } split && IsFair(ring, split.One, split.Other))
            {
                return split;
            }
        }

        return null;
    }

    private double Bend() => rule.BendMeters > 0 ? chance.Between(-rule.BendMeters, rule.BendMeters) : 0;

    private Vec? DrawnEnd(Vec end) => rule.DrawMeters > 0 ? junctions?.Nearest(end, rule.DrawMeters) : null;

    private bool IsFair(Ring whole, Ring one, Ring other) =>
        Math.Min(one.Area, other.Area) > Math.Min(whole.Area * 0.22, rule.TargetSquareMeters * 0.45)
        && Math.Max(Aspect(one), Aspect(other)) < Math.Max(rule.WorstAspect, Aspect(whole));

    private static double Aspect(Ring ring)
    {
        var local = Frame.Lengthwise(ring).In(ring);
        return (local.High.X - local.Low.X) / Math.Max(1, local.High.Y - local.Low.Y);
    }
}
