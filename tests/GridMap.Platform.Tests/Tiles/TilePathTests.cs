using GridMap.Platform.Tiles;

namespace GridMap.Platform.Tests.Tiles;

public sealed class TilePathTests
{
    [Fact]
    public void A_tile_address_is_taken_apart()
    {
        Assert.True(TilePath.TryRead("/tiles/grids/14/13344/6201.mvt", out var path));
        Assert.Equal("grids 14 13344 6201", $"{path.Layer} {path.Zoom} {path.Column} {path.Row}");
    }

    [Theory]
    [InlineData("/tiles/grids/14/13344/6201")]
    [InlineData("/tiles/grids/14/13344.mvt")]
    [InlineData("/tiles/grids/14/13344/6201/7.mvt")]
    [InlineData("/tile/grids/14/13344/6201.mvt")]
    [InlineData("/tiles/.mvt")]
    [InlineData("/tiles.mvt")]
    [InlineData("")]
    public void Anything_else_is_not_a_tile(string address) => Assert.False(TilePath.TryRead(address, out _));
}
