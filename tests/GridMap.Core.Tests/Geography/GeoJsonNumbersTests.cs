using System.Text.Json;
using GridMap.Core.Geography;

namespace GridMap.Core.Tests.Geography;

public sealed class GeoJsonNumbersTests
{
    [Fact]
    public void A_position_is_longitude_then_latitude()
    {
        Assert.Equal("[113.3,40.1]", JsonSerializer.Serialize(new Position(113.3, 40.1)));
        Assert.Equal(new Position(113.3, 40.1), JsonSerializer.Deserialize<Position>("[113.3,40.1]"));
        Assert.Equal("null", JsonSerializer.Serialize<Position?>(null));
    }

    [Fact]
    public void Bounds_are_west_south_east_north()
    {
        Assert.Equal("[1,2,3,4]", JsonSerializer.Serialize(new Bounds(West: 1, South: 2, East: 3, North: 4)));
        Assert.Equal(new Bounds(1, 2, 3, 4), JsonSerializer.Deserialize<Bounds>("[1,2,3,4]"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("[1,2,3]")]
    [InlineData("null")]
    [InlineData("{\"longitude\":1,\"latitude\":2}")]
    [InlineData("[\"1\",\"2\"]")]
    public void Anything_else_is_refused(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Position>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Bounds>(json));
    }
}
