using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Simulator.Tests;

public sealed class WalkerTests
{
    // A street of two edges in grid 1 that goes on into grid 2.
    private static readonly RoadGraph Street = new(
    [
        RoadEdge.Parse("""[1, 1, 2, "residential", "解放路", 1, [1133000000, 400800000, 1133010000, 400800000]]"""),
        RoadEdge.Parse("""[2, 2, 3, "residential", "解放路", 1, [1133010000, 400800000, 1133020000, 400800000, 1133020000, 400810000]]"""),
        RoadEdge.Parse("""[3, 3, 4, "residential", null, 2, [1133020000, 400810000, 1133030000, 400810000]]"""),
    ]);

    [Fact]
    public void Stays_in_its_own_grid_where_the_roads_allow_it()
    {
        var walker = new Walker(Street, 7, "grid_worker", 1, new Random(1));
        for (var second = 0; second < 5_000; second++)
        {
            walker.Walk(1);
            Assert.InRange(walker.Here.Position.X, 113.3, 113.302);
        }
    }

    [Fact]
    public void Never_goes_faster_than_its_cruise()
    {
        var walker = new Walker(Street, 7, "grid_worker", 1, new Random(2));
        var before = walker.Here.Position;
        for (var second = 0; second < 2_000; second++)
        {
            walker.Walk(1);
            var after = walker.Here.Position;
            Assert.True(Ellipsoid.DistanceMeters(before, after) <= walker.CruiseMetersPerSecond + 1e-6);
            before = after;
        }
    }

    [Fact]
    public void Survives_an_edge_without_length_and_a_dead_end()
    {
        var stub = new RoadGraph([RoadEdge.Parse("""[1, 1, 1, "service", null, 1, [1133000000, 400800000, 1133000000, 400800000]]""")]);
        var walker = new Walker(stub, 7, "vehicle", 1, new Random(3));
        walker.Walk(60);
        Assert.Equal(113.3, walker.Here.Position.X, 7);
    }

    [Fact]
    public void Bearing_is_clockwise_from_north_in_the_direction_of_walking()
    {
        var (position, bearing) = Street.Edges[1].At(Street.Edges[1].LengthMeters - 1);
        Assert.Equal(0, bearing, 3);
        Assert.Equal(113.302, position.X, 7);
    }

    [Fact]
    public void Sent_somewhere_it_takes_the_roads_there_and_stays_until_it_is_released()
    {
        var walker = new Walker(Street, 7, "grid_worker", 1, new Random(1));
        var target = new Coordinate(113.3025, 40.0811);
        Assert.True(walker.Send(target, 4));
        var before = walker.Here.Position;
        for (var second = 0; second < 300; second++)
        {
            walker.Walk(1);
            Assert.True(Ellipsoid.DistanceMeters(before, walker.Here.Position) <= 4 + 1e-6);
            before = walker.Here.Position;
        }

        Assert.True(walker.HasArrived);
        Assert.Equal(0, walker.SpeedMetersPerSecond);
        Assert.InRange(Ellipsoid.DistanceMeters(walker.Here.Position, target), 0, 15);
        walker.Release();
        Assert.False(walker.HasArrived);
    }

    [Fact]
    public void Where_no_way_leads_it_is_not_sent()
    {
        var islands = new RoadGraph(
        [
            RoadEdge.Parse("""[1, 1, 2, "residential", null, 1, [1133000000, 400800000, 1133010000, 400800000]]"""),
            RoadEdge.Parse("""[2, 3, 4, "residential", null, 2, [1134000000, 400800000, 1134010000, 400800000]]"""),
        ]);
        var walker = new Walker(islands, 7, "grid_worker", 1, new Random(1));
        Assert.False(walker.Send(new Coordinate(113.4, 40.08), 4));
        Assert.False(walker.HasArrived);
    }

    [Fact]
    public void Within_its_own_edge_it_goes_straight_there()
    {
        var street = new RoadGraph([Street.Edges[0]]);
        var walker = new Walker(street, 7, "grid_worker", 1, new Random(4));
        Assert.True(walker.Send(new Coordinate(113.3005, 40.08), 2));
        walker.Walk(60);
        Assert.True(walker.HasArrived);
        Assert.Equal(113.3005, walker.Here.Position.X, 5);
    }
}
