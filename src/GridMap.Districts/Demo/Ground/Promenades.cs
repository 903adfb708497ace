using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Ground;

/// <summary>Footpaths through the embankment parks, tied to the embankment roads every few hundred metres.</summary>
internal static class Promenades
{
    private const int StepsBetweenLinks = 11;

    public static void Draw(Sketch sketch)
    {
        Draw(sketch, sketch.Terrain.LeftPath, sketch.Terrain.LeftRoad);
        Draw(sketch, sketch.Terrain.RightPath, sketch.Terrain.RightRoad);
    }

    private static void Draw(Sketch sketch, IReadOnlyList<Vec> path, IReadOnlyList<Vec> road)
    {
        List<Vec> piece = [];
        for (var i = 0; i <= path.Count; i++)
        {
            if (i < path.Count && IsUrban(sketch, path[i]))
            {
                piece.Add(path[i]);
                continue;
            }

            if (piece.Count > StepsBetweenLinks)
            {
                sketch.Streets.Add(new("footway", null, null, piece));
                sketch.Streets.AddRange(piece.Where((_, n) => n % StepsBetweenLinks == 0).Select(p => new Street("footway", null, null, [p, Lines.NearestOnLine(p, road)])));
            }

            piece = [];
        }
    }

    private static bool IsUrban(Sketch sketch, Vec place) => place.Length < sketch.Size.UrbanMeters * 1.3 && sketch.Terrain.Extent.Contains(place);
}
