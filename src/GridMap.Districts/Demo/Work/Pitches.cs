using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Work;

/// <summary>Running tracks: two straights and two half circles, as large as the ground allows.</summary>
internal static class Pitches
{
    private static readonly (double Length, double Width)[] Sizes = [(172, 92), (132, 72), (104, 58), (78, 44)];

    public static Ring? Largest(Ring ground)
    {
        var frame = Frame.Lengthwise(ground);
        foreach (var (length, width) in Sizes)
        {
            var track = frame.Out(Track(length, width));
            if (track.Points.All(p => ground.Contains(p) && ground.DistanceToEdge(p) > 4))
            {
                return track;
            }
        }

        return null;
    }

    private static Ring Track(double length, double width)
    {
        var (radius, straight) = (width / 2, (length - width) / 2);
        List<Vec> points = [];
        for (var i = 0; i <= 12; i++)
        {
            points.Add(new Vec(straight, 0) + Vec.OfAngle(-Math.PI / 2 + Math.PI * i / 12) * radius);
        }

        for (var i = 0; i <= 12; i++)
        {
            points.Add(new Vec(-straight, 0) + Vec.OfAngle(Math.PI / 2 + Math.PI * i / 12) * radius);
        }

        return new(points);
    }
}
