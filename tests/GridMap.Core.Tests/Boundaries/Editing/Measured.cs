using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Boundaries.Editing;

/// <summary>Measures of shapes by another way than the engine's.</summary>
internal static class Measured
{
    public static double SquareMeters(Geometry shape) => Ellipsoid.AreaSquareMeters(shape);

    public static double PerimeterMeters(MultiPolygon shape) => shape.Geometries.Cast<Polygon>()
        .Sum(polygon => polygon.InteriorRings.Append(polygon.ExteriorRing).Sum(ring => Ellipsoid.LengthMeters(ring)));

    public static Point Point(Core.Geography.Position position) => Lattice.Factory.CreatePoint(new Coordinate(position.Longitude, position.Latitude));
}
