using GridMap.Core.Geography;

namespace GridMap.Core.Tests.Geography;

public sealed class PositionTests
{
    [Theory]
    [InlineData(double.NaN, 40)]
    [InlineData(113, double.NaN)]
    [InlineData(double.PositiveInfinity, 40)]
    [InlineData(180.0001, 40)]
    [InlineData(40, 113)]
    public void Refuses_what_is_not_on_the_globe(double longitude, double latitude)
    {
        var result = Position.Parse(longitude, latitude);
        Assert.Equal("POSITION_OFF_THE_GLOBE", result.Refusal?.Code);
    }

    [Theory]
    [InlineData(-180, -90)]
    [InlineData(180, 90)]
    [InlineData(113.3, 40.1)]
    public void Accepts_the_whole_globe_with_its_edges(double longitude, double latitude) =>
        Assert.Equal(new Position(longitude, latitude), Position.Parse(longitude, latitude).Value);
}
