using NetTopologySuite.Geometries;

namespace GridMap.Core.Geography;

/// <summary>The lattice of 1e-7° (about 1 cm) that every stored coordinate lies on.</summary>
public static class Lattice
{
    public const double StepsPerDegree = 1e7;

    public const int Srid = 4326;

    public static PrecisionModel Precision { get; } = new(StepsPerDegree);

    public static GeometryFactory Factory { get; } = new(Precision, Srid);

    /// <summary>Degrees rounded to the nearest lattice line, exactly as the precision model does.</summary>
    public static double Snap(double degrees) => Precision.MakePrecise(degrees);

    public static Coordinate Snap(double longitude, double latitude) => new(Snap(longitude), Snap(latitude));
}
