using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Geography;

public sealed class EllipsoidTests
{
    // Expected values: ST_Distance(geography) and ST_Area(geography) of PostGIS 3.3 (Karney's method).
    [Theory]
    [InlineData(113.30, 40.08, 113.31, 40.08, 852.941)]
    [InlineData(113.30, 40.08, 113.30, 40.09, 1110.363)]
    [InlineData(37.60, 55.75, 37.62, 55.76, 1678.237)]
    public void Distance_agrees_with_the_geodesic(double x1, double y1, double x2, double y2, double expectedMeters)
    {
        var meters = Ellipsoid.DistanceMeters(new Coordinate(x1, y1), new Coordinate(x2, y2));
        Assert.InRange(meters, expectedMeters - 0.01, expectedMeters + 0.01);
    }

    [Fact]
    public void Area_of_an_empty_shape_is_zero() => Assert.Equal(0, Ellipsoid.AreaSquareMeters(Polygon.Empty));
}
