using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Precision;

namespace GridMap.Districts.Osm;

/// <summary>Shapes brought onto the lattice without losing validity.</summary>
public static class LatticeShape
{
    public static Geometry Of(Geometry shape)
    {
        var reduced = GeometryPrecisionReducer.Reduce(shape, Lattice.Precision);
        return Lattice.Factory.CreateGeometry(reduced.IsValid ? reduced : GeometryFixer.Fix(reduced));
    }

    /// <summary>The polygons of a shape, largest first; anything that is not a polygon is left out.</summary>
    public static IReadOnlyList<Polygon> Polygons(Geometry shape) =>
    [
        .. PolygonExtracter.GetPolygons(shape).OfType<Polygon>()
            .Where(polygon => !polygon.IsEmpty)
            .OrderByDescending(polygon => polygon.Area),
    ];

    public static MultiPolygon Multi(Geometry shape) => Lattice.Factory.CreateMultiPolygon([.. Polygons(shape)]);
}
