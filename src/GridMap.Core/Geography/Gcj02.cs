namespace GridMap.Core.Geography;

/// <summary>
/// The datum of maps that are published in China (GCJ-02), which lies some hundred metres beside WGS 84. The offset is the publicly known one, as in
/// "Restrictions on geographic data in China", Wikipedia, section GCJ-02: a polynomial with sines of longitude - 105° and latitude - 35°, in metres,
/// brought to degrees on the ellipsoid of Krasovsky (1940). Outside the box in which it is used, nothing is shifted.
/// </summary>
public static class Gcj02
{
    private const double SemiMajorAxis = 6_378_245;
    private const double EccentricitySquared = 0.006_693_421_622_965_943;
    private const double WithinDegrees = 1e-10;
    private const int MostSteps = 30;

    /// <summary>Where a place of WGS 84 lies in GCJ-02; degrees.</summary>
    public static Position FromWgs84(Position place)
    {
        if (!IsShifted(place))
        {
            return place;
        }

        var (x, y) = (place.Longitude - 105, place.Latitude - 35);
        var (sine, cosine) = Math.SinCos(double.DegreesToRadians(place.Latitude));
        var magic = 1 - EccentricitySquared * sine * sine;
        var perLatitude = double.DegreesToRadians(SemiMajorAxis * (1 - EccentricitySquared) / (magic * Math.Sqrt(magic)));
        var perLongitude = double.DegreesToRadians(SemiMajorAxis / Math.Sqrt(magic) * cosine);
        return new Position(place.Longitude + MetersEast(x, y) / perLongitude, place.Latitude + MetersNorth(x, y) / perLatitude);
    }

    /// <summary>
    /// The place of WGS 84 that lies at a place of GCJ-02, found by iteration: put back through <see cref="FromWgs84"/> it comes out within 1e-9 degrees.
    /// </summary>
    public static Position ToWgs84(Position shifted)
    {
        var place = shifted;
        for (var step = 0; step < MostSteps; step++)
        {
            var there = FromWgs84(place);
            var (offLongitude, offLatitude) = (shifted.Longitude - there.Longitude, shifted.Latitude - there.Latitude);
            place = new Position(place.Longitude + offLongitude, place.Latitude + offLatitude);
            if (Math.Abs(offLongitude) < WithinDegrees && Math.Abs(offLatitude) < WithinDegrees)
            {
                break;
            }
        }

        return place;
    }

    private static bool IsShifted(Position place) =>
        place.Longitude is >= 72.004 and <= 137.8347 && place.Latitude is >= 0.8293 and <= 55.8271;

    private static double MetersEast(double x, double y) =>
        300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.Sqrt(Math.Abs(x))
        + (20 * Sine(6 * x) + 20 * Sine(2 * x) + 20 * Sine(x) + 40 * Sine(x / 3) + 150 * Sine(x / 12) + 300 * Sine(x / 30)) * 2 / 3;

    private static double MetersNorth(double x, double y) =>
        -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.Sqrt(Math.Abs(x))
        + (20 * Sine(6 * x) + 20 * Sine(2 * x) + 20 * Sine(y) + 40 * Sine(y / 3) + 160 * Sine(y / 12) + 320 * Sine(y / 30)) * 2 / 3;

    private static double Sine(double halfTurns) => Math.Sin(Math.PI * halfTurns);
}
