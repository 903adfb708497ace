using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Homes;

/// <summary>Footprints within a level rectangle whose top is north.</summary>
internal static class Outlines
{
    private const double StairwellMeters = 1.6;

    public static Ring Draw(Outline outline, double left, double bottom, double right, double top, int units) => outline switch
    {
        Outline.Plain => Ring.Rectangle(left, bottom, right, top),
        Outline.Stairwells => Stairwells(left, bottom, right, top, Math.Max(1, units)),
        Outline.Winged => Winged(left, bottom, right, top),
        _ => throw new ArgumentOutOfRangeException(nameof(outline)),
    };

    /// <summary>The middle of the northernmost wall that is nearest to the building's axis.</summary>
    public static Vec Door(Ring footprint)
    {
        var axis = (footprint.Low.X + footprint.High.X) / 2;
        return Enumerable.Range(0, footprint.Points.Length)
            .Where(i => footprint.From(i).Y > footprint.High.Y - 0.01 && footprint.To(i).Y > footprint.High.Y - 0.01)
            .Select(i => footprint.From(i).Toward(footprint.To(i), 0.5))
            .MinBy(middle => Math.Abs(middle.X - axis));
    }

    private static Ring Stairwells(double left, double bottom, double right, double top, int units)
    {
        List<Vec> points = [new(left, bottom), new(right, bottom), new(right, top - StairwellMeters)];
        var unit = (right - left) / units;
        for (var i = units - 1; i >= 0; i--)
        {
            double from = left + unit * (i + 0.34), to = left + unit * (i + 0.66);
            points.AddRange([new(to, top - StairwellMeters), new(to, top), new(from, top), new(from, top - StairwellMeters)]);
        }

        points.Add(new(left, top - StairwellMeters));
        return new(points);
    }

    // A bow tie: wings at the four corners, recessed between them for light.
    private static Ring Winged(double left, double bottom, double right, double top)
    {
        double width = right - left, depth = top - bottom, notch = depth * 0.2, side = depth * 0.14;
        double a = left + width * 0.36, b = left + width * 0.64, low = bottom + depth * 0.38, high = bottom + depth * 0.62;
        return new([
            new(left, bottom), new(a, bottom), new(a, bottom + notch), new(b, bottom + notch), new(b, bottom), new(right, bottom),
            new(right, low), new(right - side, low), new(right - side, high), new(right, high),
            new(right, top), new(b, top), new(b, top - notch * 0.5), new(a, top - notch * 0.5), new(a, top), new(left, top),
            new(left, high), new(left + side, high), new(left + side, low), new(left, low)]);
    }
}
