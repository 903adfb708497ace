using GridMap.Core.Geography;
using GridMap.Simulator.Scenarios;
using NetTopologySuite.Geometries;

namespace GridMap.Simulator.Tests.Scenarios;

public sealed class LocalityMapTests
{
    // A town of streets 100 m apart; west to east they have names, south to north none.
    private static readonly RoadGraph Town = Grid();

    private static readonly Anchor Centre = new("易积水点", new Coordinate(113.305, 40.085));

    [Fact]
    public void A_flood_lies_along_one_street_for_each_of_its_points()
    {
        var flood = LocalityMap.Lay(new Locality { Kind = LocalityKind.Streets, Near = ["易积水点"], Count = 2, ReachMeters = 350 }, Town, [Centre], 5);
        var spots = Draw(flood, TimeSpan.Zero);
        Assert.InRange(spots.Select(spot => spot.Street).Distinct().Count(), 1, 2);
        Assert.True(spots.Max(spot => spot.Position.X) - spots.Min(spot => spot.Position.X) > 0.003, "It is as long as a street, not a heap.");
    }

    [Fact]
    public void A_fire_moves_on_towards_the_town_and_ends_at_its_reach()
    {
        // Its point lies at the south-west corner of the town.
        var corner = new Anchor("森林防火卡口", new Coordinate(113.3, 40.08));
        var place = new Locality { Kind = LocalityKind.Front, Near = ["森林防火卡口"], ReachMeters = 500, MetersPerMinute = 20 };
        var fire = LocalityMap.Lay(place, Town, [corner], 5);
        var early = Draw(fire, TimeSpan.FromMinutes(2));
        var late = Draw(fire, TimeSpan.FromMinutes(20));
        Assert.All(early, spot => Assert.InRange(Ellipsoid.DistanceMeters(spot.Position, corner.Position), 0, 70));
        Assert.All(late, spot => Assert.InRange(Ellipsoid.DistanceMeters(spot.Position, corner.Position), 300, 430));
        Assert.All(Draw(fire, TimeSpan.FromHours(5)), spot => Assert.InRange(Ellipsoid.DistanceMeters(spot.Position, corner.Position), 370, 510));
        Assert.True(late.Average(spot => spot.Position.X) > 113.301 && late.Average(spot => spot.Position.Y) > 40.081, "It goes to where the roads are.");
    }

    [Fact]
    public void What_is_around_a_point_stays_within_reach()
    {
        var around = LocalityMap.Lay(new Locality { Kind = LocalityKind.Around, Near = ["易积水点"], ReachMeters = 150 }, Town, [Centre], 5);
        Assert.All(Draw(around, TimeSpan.Zero), spot => Assert.InRange(Ellipsoid.DistanceMeters(spot.Position, Centre.Position), 0, 270));
    }

    [Fact]
    public void The_same_seed_lays_it_in_the_same_streets()
    {
        Anchor[] anchors = [Centre, Centre with { Position = new Coordinate(113.302, 40.082) }, Centre with { Position = new Coordinate(113.308, 40.088) }];
        var place = new Locality { Kind = LocalityKind.Streets, Near = ["易积水点"], Count = 1 };
        Assert.Equal(Draw(LocalityMap.Lay(place, Town, anchors, 7), TimeSpan.Zero), Draw(LocalityMap.Lay(place, Town, anchors, 7), TimeSpan.Zero));
    }

    [Fact]
    public void A_district_without_such_points_has_it_somewhere() =>
        Assert.NotEmpty(Draw(LocalityMap.Lay(new Locality { Kind = LocalityKind.Front, Near = ["森林防火卡口"] }, Town, [], 5), TimeSpan.Zero));

    private static List<Spot> Draw(LocalityMap map, TimeSpan at)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, 60).Select(_ => map.Draw(at, random))];
    }

    private static RoadGraph Grid()
    {
        const int size = 10, step = 10_000;
        var edges = new List<RoadEdge>();
        int Node(int x, int y) => y * (size + 1) + x + 1;
        string At(int x, int y) => $"{1133000000 + x * step}, {400800000 + y * step}";
        for (var y = 0; y <= size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                edges.Add(RoadEdge.Parse($"[{edges.Count + 1}, {Node(x, y)}, {Node(x + 1, y)}, \"residential\", \"第{y}街\", 1, [{At(x, y)}, {At(x + 1, y)}]]"));
                edges.Add(RoadEdge.Parse($"[{edges.Count + 1}, {Node(y, x)}, {Node(y, x + 1)}, \"residential\", null, 1, [{At(y, x)}, {At(y, x + 1)}]]"));
            }
        }

        return new RoadGraph(edges);
    }
}
