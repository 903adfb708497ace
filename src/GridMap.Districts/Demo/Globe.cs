using GridMap.Core.Geography;
using GridMap.Districts.Demo.Plane;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace GridMap.Districts.Demo;

internal sealed record DemoPlace(
    string Name, string NameEnglish, string CountyCode, string Attribution, string Licence, string TimeZone, double Longitude, double Latitude);

/// <summary>Carries the drawing from metres to the lattice of longitudes and latitudes.</summary>
internal sealed class Globe(DemoPlace place)
{
    private readonly (double Longitude, double Latitude) _metersPerDegree = Ellipsoid.MetersPerDegree(place.Latitude);

    public Coordinate Place(Vec p) =>
        Lattice.Snap(place.Longitude + p.X / _metersPerDegree.Longitude, place.Latitude + p.Y / _metersPerDegree.Latitude);

    public Point Point(Vec p) => Lattice.Factory.CreatePoint(Place(p));

    public MultiPoint Points(IEnumerable<Vec> places) => Lattice.Factory.CreateMultiPoint([.. places.Select(Point)]);

    public Polygon Polygon(Ring ring) => Lattice.Factory.CreatePolygon(Closed([.. ring.Points.Select(Place)]));

    /// <summary>The polygons of a shape; snapping may close a neck of land, which is then mended.</summary>
    public MultiPolygon Polygons(Geometry shape)
    {
        var snapped = Lattice.Factory.CreateMultiPolygon([.. PolygonExtracter.GetPolygons(shape).Cast<Polygon>().Where(p => !p.IsEmpty).Select(Polygon)]);
        return snapped.IsValid ? snapped : Lattice.Factory.CreateMultiPolygon([.. PolygonExtracter.GetPolygons(GeometryFixer.Fix(snapped)).Cast<Polygon>()]);
    }

    private Polygon Polygon(Polygon shape) => Lattice.Factory.CreatePolygon(
        Ring(shape.ExteriorRing), [.. shape.InteriorRings.Select(Ring)]);

    private LinearRing Ring(LineString ring) => Lattice.Factory.CreateLinearRing([.. ring.Coordinates.Select(c => Place(new(c.X, c.Y)))]);

    private static Coordinate[] Closed(Coordinate[] open) => [.. open, open[0].Copy()];
}
