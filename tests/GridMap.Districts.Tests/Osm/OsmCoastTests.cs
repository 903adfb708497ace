using GridMap.Core.Geography;
using GridMap.Districts.Osm;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Tests.Osm;

public sealed class OsmCoastTests
{
    private static readonly Envelope Frame = new(0, 1, 0, 1);

    [Fact]
    public void The_sea_lies_on_the_right_of_the_coast()
    {
        var eastward = OsmCoast.Sea(Coast([(-0.1, 0.6), (0.5, 0.5), (1.1, 0.6)]), Frame)!;
        var westward = OsmCoast.Sea(Coast([(1.1, 0.6), (0.5, 0.5), (-0.1, 0.6)]), Frame)!;
        Assert.True(eastward.Contains(At(0.5, 0.2)) && !eastward.Contains(At(0.5, 0.8)));
        Assert.True(westward.Contains(At(0.5, 0.8)) && !westward.Contains(At(0.5, 0.2)));
        Assert.Equal(1, eastward.Area + westward.Area, 6);
    }

    [Fact]
    public void An_island_is_land_in_the_sea()
    {
        // Anticlockwise: land on the left.
        var sea = OsmCoast.Sea(Coast([(0.4, 0.4), (0.6, 0.4), (0.6, 0.6), (0.4, 0.6), (0.4, 0.4)]), Frame)!;
        Assert.False(sea.Contains(At(0.5, 0.5)));
        Assert.Equal(0.96, sea.Area, 6);
    }

    [Fact]
    public void Pieces_are_joined_and_a_coast_that_ends_inside_goes_straight_on()
    {
        var data = Coast([(-0.1, 0.5), (0.3, 0.5)], [(0.3, 0.5), (0.6, 0.5)]);
        Assert.Equal(0.5, OsmCoast.Sea(data, Frame)!.Area, 6);
    }

    [Fact]
    public void Without_a_coast_there_is_no_sea() => Assert.Null(OsmCoast.Sea(Coast(), Frame));

    private static Point At(double longitude, double latitude) => Lattice.Factory.CreatePoint(new Coordinate(longitude, latitude));

    private static OsmData Coast(params (double Longitude, double Latitude)[][] ways)
    {
        var tags = new OsmTags(new Dictionary<string, string> { ["natural"] = "coastline" });
        OsmLine[] lines =
        [
            .. ways.Select((way, index) => new OsmLine(
                index, tags, [], Lattice.Factory.CreateLineString([.. way.Select(position => new Coordinate(position.Longitude, position.Latitude))]))),
        ];
        return new OsmData([], lines, [], null, "coast.osm");
    }
}
