using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Places;

/// <summary>Where a new facility could stand: at gates, in ground-floor shops and offices, on squares.</summary>
internal static class CandidateSites
{
    public static void Draw(Sketch sketch)
    {
        var chance = Chance.Of(sketch.Seed, "candidate sites");
        foreach (var compound in sketch.Compounds.Where(_ => chance.Happens(0.7)))
        {
            sketch.Sites.Add(new("gate", compound.Name + "门口", compound.Gates[0]));
        }

        foreach (var square in sketch.Greens.Where(g => g.Kind == "square" && !g.Shape.IsEmpty))
        {
            var middle = square.Shape.InteriorPoint;
            sketch.Sites.Add(new("square", square.Name, new(middle.X, middle.Y)));
        }

        foreach (var house in sketch.Houses.Where(h => h.Use is "commercial" or "office" or "public" && chance.Happens(0.35)))
        {
            sketch.Sites.Add(new(house.Use == "commercial" ? "shop" : "office", house.Name, house.Entrance));
        }
    }
}
