using GridMap.Platform.Tiles;

namespace GridMap.Platform.Tests.Tiles;

public sealed class TileCoordinateTests
{
    [Theory]
    [InlineData("0", "0", "0", 0, 0, 0)]
    [InlineData("1", "1", "1", 1, 1, 1)]
    [InlineData("14", "13345", "6203", 14, 13345, 6203)]
    [InlineData("22", "4194303", "4194303", 22, 4194303, 4194303)]
    public void Whole_numbers_inside_the_pyramid_are_a_tile(string zoom, string column, string row, int z, int x, int y) =>
        Assert.Equal(new TileCoordinate(z, x, y), TileCoordinate.Parse(zoom, column, row).Value);

    [Theory]
    [InlineData("0", "1", "0")]
    [InlineData("3", "8", "0")]
    [InlineData("3", "0", "8")]
    [InlineData("23", "0", "0")]
    [InlineData("-1", "0", "0")]
    [InlineData("3", "-1", "0")]
    [InlineData("3", "+1", "0")]
    [InlineData("3", "1.0", "0")]
    [InlineData("3", "1e1", "0")]
    [InlineData("3", " 1", "0")]
    [InlineData("3", "", "0")]
    [InlineData("3", "NaN", "0")]
    [InlineData("3", "1\0", "0")]
    [InlineData("3", "٣", "0")]
    [InlineData("31", "2147483647", "2147483647")]
    [InlineData("32", "4294967295", "4294967295")]
    [InlineData("14", "99999999999999999999", "0")]
    public void Anything_else_is_refused(string zoom, string column, string row) =>
        Assert.Equal("TILE_OUT_OF_RANGE", TileCoordinate.Parse(zoom, column, row).Refusal?.Code);
}
