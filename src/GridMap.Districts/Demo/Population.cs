using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo;

/// <summary>
/// Who lives where, as counts only: households by homes, persons by households, elders by the age of the estate.
/// Tall buildings gain or lose storeys until the district has the wanted number of households; walk-ups stay as their time built them.
/// </summary>
internal static class Population
{
    private const int FirstTallLevels = 8;

    public static List<BuildingDraft> Settle(Sketch sketch, Globe globe)
    {
        var chance = Chance.Of(sketch.Seed, "population");
        var growth = Growth(sketch);
        return [.. sketch.Houses.Select(house => Settle(house with { Levels = Levels(house, growth) }, sketch, globe, chance))];
    }

    private static BuildingDraft Settle(House house, Sketch sketch, Globe globe, Chance chance)
    {
        var (persons, households) = (0, house.Levels * house.HomesPerLevel);
        for (var i = 0; i < households; i++)
        {
            persons += chance.Happens(0.26) ? 1 : chance.Whole(2, 4);
        }

        var builtYear = house.Compound is { } compound ? sketch.Compounds[compound].BuiltYear : null;
        var elders = (int)(persons * ElderShare(builtYear) * chance.Between(0.8, 1.2));
        return new(
            globe.Polygon(house.Footprint), globe.Point(house.Entrance), house.Compound, house.Name, house.Use, house.Levels,
            households, persons, elders, false);
    }

    // Bisection: households grow with the storeys.
    private static double Growth(Sketch sketch)
    {
        double low = 0.5, high = 1.7;
        for (var step = 0; step < 40; step++)
        {
            var middle = (low + high) / 2;
            var households = sketch.Houses.Sum(house => (long)Levels(house, middle) * house.HomesPerLevel);
            (low, high) = households < sketch.Size.Households ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static int Levels(House house, double growth) =>
        house.HomesPerLevel == 0 || house.Levels < FirstTallLevels ? house.Levels : Math.Max(7, (int)(house.Levels * growth + 0.5));

    private static double ElderShare(int? builtYear) => builtYear switch
    {
        null => 0.33,
        < 1993 => 0.34,
        < 2003 => 0.25,
        < 2012 => 0.17,
        _ => 0.1,
    };
}
