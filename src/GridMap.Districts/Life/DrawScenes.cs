using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace GridMap.Districts.Life;

/// <summary>Finds the spots of a place: homes, streets, junctions, markets, building sites, schools, shops, water, parks and forest.</summary>
public sealed class DrawScenes(LifePlace place, IncidentLifeRules rules)
{
    private const double StreetStepMeters = 90;

    private const double MarketReachMeters = 220;

    private const double NearbyDegrees = 0.002;

    private static readonly Dictionary<string, double> StreetWeights = new()
    {
        ["primary"] = 1.4,
        ["secondary"] = 2.2,
        ["tertiary"] = 1.8,
        ["residential"] = 1,
        ["pedestrian"] = 1.2,
    };

    private static readonly string[] Works = ["改造工程", "地下管网工程", "新建住宅", "学校扩建", "停车楼工程"];

    private readonly Dictionary<int, LifeGrid> _grids = place.Grids.ToDictionary(grid => grid.Id);

    private readonly STRtree<Scene> _streets = new();

    private readonly Chance _chance = new(place.Seed, "scenes");

    public Scenes Run()
    {
        var streets = Streets().ToArray();
        var homes = Homes().ToArray();
        foreach (var street in streets)
        {
            _streets.Insert(new Envelope(street.Position), street);
        }

        return new Scenes(
            [.. streets, .. homes, .. Markets(streets), .. Sites(homes), .. Junctions(), .. Buildings(), .. Waters(), .. Greens()]);
    }

    private IEnumerable<Scene> Streets() =>
        from road in place.Draft.Roads
        let name = road.Name
        where name is not null && !road.IsTunnel && StreetWeights.ContainsKey(road.Class)
        from position in Along(road.Course)
        let scene = Scene("street", name, PlaceWords.Number(name, _chance.Between(1, 180)), position, StreetWeights[road.Class] * _chance.LogNormal(1, 0.5))
        where scene is not null
        select scene;

    private static IEnumerable<Coordinate> Along(LineString course)
    {
        var since = StreetStepMeters;
        for (var i = 0; i < course.NumPoints; i++)
        {
            since += i == 0 ? 0 : Ellipsoid.DistanceMeters(course.GetCoordinateN(i - 1), course.GetCoordinateN(i));
            if (since >= StreetStepMeters)
            {
                since = 0;
                yield return course.GetCoordinateN(i);
            }
        }
    }

    private IEnumerable<Scene> Homes()
    {
        foreach (var building in place.Draft.Buildings.Where(building => building.Households > 0))
        {
            var compound = building.Compound is { } index ? place.Draft.Compounds[index] : null;
            var isOld = compound is { Kind: "old_town" } or { BuiltYear: < 1995 };
            var name = compound is null ? building.Name : PlaceWords.Building(compound.Name, building.Name);
            var kind = isOld || (compound is null && building.Levels < 4) ? "oldHome" : "home";
            if (name is not null && Scene(kind, name, compound?.Address ?? name, building.Entrance.Coordinate, building.Households * (isOld ? 2.5 : 1)) is { } scene)
                yield return scene;
        }
    }

    // Markets gather around a few spots in proportion to Zipf's law: these are the hot spots of the street.
    private IEnumerable<Scene> Markets(Scene[] streets)
    {
        if (streets.Length == 0)
            yield break;

        var count = Math.Max(3, place.Grids.Count / rules.MarketPerGrids);
        var density = new WeightedChoice(streets.Select(street => street.Weight * _grids[street.GridId].Households));
        for (var rank = 1; rank <= count; rank++)
        {
            var centre = density.Total > 0 ? streets[density.Draw(_chance)] : _chance.Pick(streets);
            var near = streets.Where(street => Math.Abs(street.Position.Y - centre.Position.Y) < 0.01
                && Ellipsoid.DistanceMeters(street.Position, centre.Position) <= MarketReachMeters);
            foreach (var street in near)
            {
                yield return street with { Kind = "market", Name = PlaceWords.Join(street.Name, "市场段"), Weight = street.Weight / Math.Sqrt(rank) };
            }
        }
    }

    private IEnumerable<Scene> Sites(Scene[] homes)
    {
        if (homes.Length == 0)
            yield break;

        var count = Math.Max(2, place.Grids.Count / rules.SitesPerGrids);
        for (var i = 0; i < count; i++)
        {
            var home = _chance.Pick(homes);
            var name = PlaceWords.Join(home.Address.TrimEnd('旁'), $"旁{_chance.Pick(Works)}");
            yield return home with { Kind = "site", Name = name, Address = home.Address, Weight = _chance.LogNormal(1, 0.8) };
        }
    }

    // Where streets of different names meet; a few junctions see most of the trouble.
    private IEnumerable<Scene> Junctions() =>
        from end in place.Draft.Roads
            .Where(road => road.Name is not null && !road.IsTunnel && StreetWeights.ContainsKey(road.Class))
            .SelectMany(road => road.Course.Coordinates.Select(position => (position, road)))
            .GroupBy(pair => pair.position, pair => pair.road)
        let names = end.Select(road => road.Name!).Distinct().Take(2).ToArray()
        where names.Length == 2
        let name = PlaceWords.Join(PlaceWords.Join(names[0], "与") + names[1], "路口")
        let scene = Scene("junction", name, name, end.Key, end.Sum(road => StreetWeights[road.Class]) * _chance.LogNormal(1, 1.1))
        where scene is not null
        select scene;

    private IEnumerable<Scene> Buildings() =>
        from building in place.Draft.Buildings
        let kind = building.Use switch
        {
            "commercial" or "office" => "commercial",
            "education" => "school",
            _ => null,
        }
        where kind is not null
        let name = building.Name ?? Nearby(building.Entrance.Coordinate, kind)
        let scene = Scene(kind, name, name, building.Entrance.Coordinate, _chance.LogNormal(1, 0.7))
        where scene is not null
        select scene;

    private string? Nearby(Coordinate position, string kind)
    {
        var box = new Envelope(position);
        box.ExpandBy(NearbyDegrees);
        var street = _streets.Query(box).MinBy(street => street.Position.Distance(position));
        return street is null ? null : PlaceWords.Join(street.Name, kind == "school" ? "学校" : "商业楼");
    }

    private IEnumerable<Scene> Waters() =>
        from water in place.Draft.Waters
        where water.Kind is not "pool"
        from position in Sample(water.Shape)
        let name = PlaceWords.Join(water.Name ?? (water.Kind == "sea" ? "海" : "河"), "岸段")
        let scene = Scene("water", name, name, position, _chance.LogNormal(1, 0.6))
        where scene is not null
        select scene;

    private IEnumerable<Scene> Greens() =>
        from green in place.Draft.Greens
        where green.Kind is "park" or "square" or "forest" or "grass"
        from position in Sample(green.Shape).Append(green.Shape.InteriorPoint.Coordinate)
        let kind = green.Kind == "forest" ? "forest" : "park"
        let name = green.Name ?? (kind == "forest" ? "林区" : "街头绿地")
        let scene = Scene(kind, name, name, position, green.Name is null ? 0.3 : 1)
        where scene is not null
        select scene;

    private static IEnumerable<Coordinate> Sample(Geometry shape)
    {
        const int mostPerShape = 24;
        var coordinates = shape.Coordinates;
        var step = Math.Max(1, coordinates.Length / mostPerShape);
        for (var i = 0; i < coordinates.Length; i += step)
        {
            yield return coordinates[i];
        }
    }

    private Scene? Scene(string kind, string? name, string? address, Coordinate position, double weight) =>
        name is not null && place.Locator.Find(Lattice.Factory.CreatePoint(position)) is { } grid
            ? new Scene(kind, name, address ?? name, position, grid, weight)
            : null;
}
