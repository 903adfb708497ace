using GridMap.Platform.Tiles;
using NetTopologySuite.Geometries;

namespace GridMap.Platform.Tests.Tiles;

public sealed class TileRangeTests
{
    [Fact]
    public void A_spot_in_the_middle_of_a_tile_touches_that_tile_only()
    {
        var range = TileRange.Covering(new Envelope(113.225, 113.225, 40.018, 40.018), 12);
        Assert.Equal(new TileRange(3336, 1550, 3336, 1550), range);
    }

    [Fact]
    public void A_spot_on_the_corner_of_tiles_touches_all_four() =>
        Assert.Equal(new TileRange(1, 1, 2, 2), TileRange.Covering(new Envelope(0, 0, 0, 0), 2));

    [Fact]
    public void A_spot_just_inside_a_tile_touches_the_neighbour_that_draws_it_in_its_margin()
    {
        var tileDegrees = 360.0 / (1 << 10);
        var range = TileRange.Covering(new Envelope(tileDegrees * 0.01, tileDegrees * 0.01, 10, 10), 10);
        Assert.Equal((511, 512), (range.FirstColumn, range.LastColumn));
    }

    [Fact]
    public void The_whole_world_touches_every_tile_and_none_outside_the_pyramid() =>
        Assert.Equal(new TileRange(0, 0, 7, 7), TileRange.Covering(new Envelope(-180, 180, -90, 90), 3));
}
