using GridMap.Districts.Osm;

namespace GridMap.Districts.Tests.Osm;

public sealed class OsmTimeZoneTests
{
    [Theory]
    [InlineData(116.4, "Etc/GMT-8")]
    [InlineData(-74.0, "Etc/GMT+5")]
    [InlineData(0.1, "Etc/GMT")]
    public void Without_a_table_the_zone_is_whole_hours_by_longitude(double longitude, string zone) =>
        Assert.Equal(zone, OsmTimeZone.ByLongitude(longitude));

    [Fact]
    public void Every_guessed_zone_is_one_the_clock_knows() =>
        Assert.All([116.4, -74.0, 0.1], longitude => Assert.NotNull(TimeZoneInfo.FindSystemTimeZoneById(OsmTimeZone.ByLongitude(longitude))));
}
