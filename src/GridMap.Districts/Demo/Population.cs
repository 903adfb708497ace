using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo;

/// <summary>Puts households, persons and elders on the buildings so that the whole district has the wanted number of households.</summary>
internal static class Population
{
    public static List<BuildingDraft> Settle(Sketch sketch, Globe globe)
    {
        var chance = Chance.Of(sketch.Seed, "population");
        List<BuildingDraft> buildings = new(sketch.Houses.Count);
        foreach (var house in sketch.Houses)
        {
            var year = house.Compound is { } c ? sketch.Compounds[c].BuiltYear : null;
            var households = house.Levels * house.HomesPerLevel;
            var persons = 0;
            for (var i = 0; i < households; i++)
            {
                persons += chance.Happens(0.22) ? 1 : chance.Whole(2, 4);
            }

            var elders = (int)(persons * ElderShare(year) * chance.Between(0.8, 1.2));
            buildings.Add(new(
                globe.Polygon(house.Footprint), globe.Point(house.Entrance), house.Compound, house.Name, house.Use, house.Levels, households, persons, Math.Min(elders, persons), false));
        }

        return buildings;
    }

    private static double ElderShare(int? builtYear) => builtYear switch
    {
        null => 0.33,
        < 1993 => 0.34,
        < 2003 => 0.25,
        < 2012 => 0.17,
        _ => 0.1,
    };
}
