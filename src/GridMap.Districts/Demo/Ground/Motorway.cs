using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Ground;

/// <summary>The expressway past the town's south, with a diamond interchange on the main axis. Nobody walks there; roads pass under it.</summary>
internal static class Motorway
{
    private const string Name = "云同高速";
    private const string NameEnglish = "Yuntong Expressway";
    private const double RampMeters = 330;

    public static void Draw(Sketch sketch)
    {
        if (sketch.Terrain.Motorway.Count == 0)
        {
            return;
        }

        SegmentIndex edge = new(400);
        edge.AddRing(sketch.Terrain.Extent, 0);
        foreach (var piece in Barrier.Split(sketch.Terrain.Motorway, edge).Where(p => sketch.Terrain.Extent.Contains(Barrier.Middle(p))))
        {
            sketch.Streets.Add(new("motorway", Name, NameEnglish, piece));
        }
    }

    /// <summary>Four ramps where the main axis passes under.</summary>
    public static void DrawInterchange(Sketch sketch, string axisName)
    {
        foreach (var road in sketch.Streets.Where(s => s.Name == axisName).ToList())
        {
            if (Meeting(sketch.Terrain.Motorway, road.Course) is not { } at)
            {
                continue;
            }

            foreach (var (along, across) in ((int, int)[])[(1, 1), (1, -1), (-1, 1), (-1, -1)])
            {
                Vec start = at.Place + at.Along * (RampMeters * along), end = at.Place + at.Across * (RampMeters * 0.62 * across);
                Vec bend = at.Place + at.Along * (70 * along) + at.Across * (64 * across);
                sketch.Streets.Add(new("motorway", null, null, Lines.Smooth([Lines.NearestOnLine(start, sketch.Terrain.Motorway), bend, Lines.NearestOnLine(end, road.Course)], 25)));
            }

            return;
        }
    }

    private static (Vec Place, Vec Along, Vec Across)? Meeting(IReadOnlyList<Vec> motorway, IReadOnlyList<Vec> road)
    {
        for (var i = 1; i < motorway.Count; i++)
        {
            for (var k = 1; k < road.Count; k++)
            {
                if (Lines.Crossing(motorway[i - 1], motorway[i], road[k - 1], road[k]) is { } share)
                {
                    return (motorway[i - 1].Toward(motorway[i], share.First), (motorway[i] - motorway[i - 1]).Unit, (road[k] - road[k - 1]).Unit);
                }
            }
        }

        return null;
    }
}
