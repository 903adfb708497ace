using GridMap.Core.Geography;
using GridMap.Districts.Osm;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Tests.Osm;

public sealed class NodePositionsTests
{
    [Fact]
    public void Two_nodes_on_one_spot_are_kept_apart_by_one_lattice_step()
    {
        var positions = new NodePositions();
        var below = positions.Separate(Way([1, 2], (10, 50), (10.001, 50)));
        var above = positions.Separate(Way([3, 4], (10.001, 50), (10.001, 50.001)));
        Assert.NotEqual(below.EndPoint.Coordinate, above.StartPoint.Coordinate);
        Assert.Equal(1e-7, above.StartPoint.X - below.EndPoint.X, 9);
    }

    [Fact]
    public void One_node_of_two_ways_stays_one_vertex()
    {
        var positions = new NodePositions();
        var first = positions.Separate(Way([1, 2], (10, 50), (10.001, 50)));
        var second = positions.Separate(Way([2, 3], (10.001, 50), (10.002, 50)));
        Assert.Equal(first.EndPoint.Coordinate, second.StartPoint.Coordinate);
    }

    private static OsmLine Way(long[] nodes, params (double Longitude, double Latitude)[] course) => new(
        1, new OsmTags(new Dictionary<string, string>()), nodes,
        Lattice.Factory.CreateLineString([.. course.Select(position => new Coordinate(position.Longitude, position.Latitude))]));
}
