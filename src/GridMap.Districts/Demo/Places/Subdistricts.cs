using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Places;

internal sealed record SubdistrictWords(string[] Streets, string[] Towns);

/// <summary>Named centres: subdistricts (街道) spread over the estates, towns (镇) over the villages.</summary>
internal static class Subdistricts
{
    public static void Draw(Sketch sketch)
    {
        var words = DemoData.Load<SubdistrictWords>("subdistrict-names");
        List<Vec> urban = [.. sketch.Compounds.Where(c => c.Kind != "village").Select(c => c.Shape.Centroid)];
        List<Vec> rural = [.. sketch.Compounds.Where(c => c.Kind == "village").Select(c => c.Shape.Centroid)];
        Name(sketch, Spread(urban, sketch.Size.Streets), words.Streets, "街道");
        Name(sketch, Spread(rural, sketch.Size.Towns), words.Towns, "镇");
    }

    private static void Name(Sketch sketch, List<Vec> centres, string[] names, string ending)
    {
        for (var i = 0; i < centres.Count; i++)
        {
            sketch.Seeds.Add((names[i % names.Length] + ending, centres[i]));
        }
    }

    // Lloyd's method from farthest-point starts: even shares of homes, not of land.
    private static List<Vec> Spread(List<Vec> places, int wanted)
    {
        var centres = FarthestPoints(places, wanted);
        for (var round = 0; round < 12; round++)
        {
            centres = [.. places.GroupBy(p => Nearest(centres, p)).OrderBy(g => g.Key).Select(Mean)];
        }

        return [.. centres.OrderBy(c => c.Length)];
    }

    private static List<Vec> FarthestPoints(List<Vec> places, int wanted)
    {
        List<Vec> centres = [.. places.OrderBy(p => p.Length).Take(1)];
        while (centres.Count < Math.Min(wanted, places.Count))
        {
            centres.Add(places.MaxBy(p => centres.Min(c => c.DistanceTo(p))));
        }

        return centres;
    }

    private static int Nearest(List<Vec> centres, Vec place) => Enumerable.Range(0, centres.Count).MinBy(i => centres[i].DistanceTo(place));

    private static Vec Mean(IEnumerable<Vec> places)
    {
        var (sum, count) = places.Aggregate((Sum: new Vec(0, 0), Count: 0), (total, p) => (total.Sum + p, total.Count + 1));
        return sum * (1.0 / count);
    }
}
