using NetTopologySuite.Geometries;

namespace GridMap.Core.Geography;

/// <summary>
/// Lengths and areas on the WGS 84 ellipsoid for district-sized shapes.
/// Method: local metric by the meridian and prime-vertical radii of curvature at the mid-latitude; error below 1e-5 within 50 km.
/// </summary>
public static class Ellipsoid
{
    public const double SemiMajorAxisMeters = 6_378_137.0;

    private const double EccentricitySquared = 6.694_379_990_141_316e-3;

    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>Metres per degree of longitude and of latitude at a latitude in degrees.</summary>
    public static (double Longitude, double Latitude) MetersPerDegree(double latitude)
    {
        var (sine, cosine) = Math.SinCos(latitude * RadiansPerDegree);
        var w = 1 - EccentricitySquared * sine * sine;
        var primeVertical = SemiMajorAxisMeters / Math.Sqrt(w);
        var meridian = primeVertical * (1 - EccentricitySquared) / w;
        return (primeVertical * cosine * RadiansPerDegree, meridian * RadiansPerDegree);
    }

    /// <summary>Distance in metres between two positions less than about 50 km apart.</summary>
    public static double DistanceMeters(Coordinate from, Coordinate to) => DistanceMeters(new Position(from.X, from.Y), new Position(to.X, to.Y));

    /// <summary>Distance in metres between two positions less than about 50 km apart.</summary>
    public static double DistanceMeters(Position from, Position to)
    {
        var (perLongitude, perLatitude) = MetersPerDegree((from.Latitude + to.Latitude) / 2);
        return double.Hypot((to.Longitude - from.Longitude) * perLongitude, (to.Latitude - from.Latitude) * perLatitude);
    }

    /// <summary>Length in metres of a line.</summary>
    public static double LengthMeters(LineString line)
    {
        var sum = 0.0;
        var coordinates = line.Coordinates;
        for (var i = 1; i < coordinates.Length; i++)
        {
            sum += DistanceMeters(coordinates[i - 1], coordinates[i]);
        }

        return sum;
    }

    /// <summary>Area in square metres of a polygonal geometry, measured in the metric at its mid-latitude.</summary>
    public static double AreaSquareMeters(Geometry shape)
    {
        if (shape.IsEmpty)
        {
            return 0;
        }

        var (perLongitude, perLatitude) = MetersPerDegree(shape.EnvelopeInternal.Centre.Y);
        return shape.Area * perLongitude * perLatitude;
    }
}
