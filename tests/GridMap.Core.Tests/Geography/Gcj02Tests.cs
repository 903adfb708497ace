using GridMap.Core.Geography;

namespace GridMap.Core.Tests.Geography;

public sealed class Gcj02Tests
{
    /// <summary>Places with the values that other programs with the public formula give.</summary>
    [Theory]
    [InlineData(121.5272106, 31.1774276, 121.531541859215, 31.17530398364597)]
    [InlineData(113.912316, 22.543847, 113.9171764808363, 22.540796131694766)]
    [InlineData(116.377817, 39.911954, 116.38404722455657, 39.91334545536069)]
    public void Places_lie_where_the_public_formula_has_them(double longitude, double latitude, double shiftedLongitude, double shiftedLatitude)
    {
        var shifted = Gcj02.FromWgs84(new Position(longitude, latitude));
        Assert.Equal(shiftedLongitude, shifted.Longitude, 12);
        Assert.Equal(shiftedLatitude, shifted.Latitude, 12);
    }

    [Fact]
    public void There_and_back_again_is_within_a_billionth_of_a_degree()
    {
        var random = new Random(2026);
        for (var i = 0; i < 20_000; i++)
        {
            var place = new Position(73 + 62 * random.NextDouble(), 3 + 50 * random.NextDouble());
            var back = Gcj02.ToWgs84(Gcj02.FromWgs84(place));
            Assert.InRange(Math.Max(Math.Abs(back.Longitude - place.Longitude), Math.Abs(back.Latitude - place.Latitude)), 0, 1e-9);
        }
    }

    [Theory]
    [InlineData(2.35, 48.85)]
    [InlineData(-116.4, -39.9)]
    [InlineData(140, 35)]
    public void Elsewhere_nothing_is_shifted(double longitude, double latitude)
    {
        var place = new Position(longitude, latitude);
        Assert.Equal(place, Gcj02.FromWgs84(place));
        Assert.Equal(place, Gcj02.ToWgs84(place));
    }
}
