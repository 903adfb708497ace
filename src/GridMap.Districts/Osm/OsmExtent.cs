using GridMap.Core.Geography;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>Where the place ends: a complete administrative boundary if one holds most buildings, else the file's bounds, else the hull of the buildings.</summary>
public sealed class OsmExtent
{
    private readonly IndexedPointInAreaLocator _locator;

    private OsmExtent(MultiPolygon shape, OsmArea? boundary)
    {
        Shape = shape;
        Boundary = boundary;
        _locator = new IndexedPointInAreaLocator(shape);
        Plane = new LocalPlane(shape.EnvelopeInternal.Centre.Y);
    }

    public MultiPolygon Shape { get; }

    public OsmArea? Boundary { get; }

    public LocalPlane Plane { get; }

    public bool Holds(Coordinate position) => _locator.Locate(position) != Location.Exterior;

    /// <summary>Needs at least one building.</summary>
    public static OsmExtent Choose(OsmData data, ExtentRules rules)
    {
        var buildings = data.Areas.Where(area => area.Tags.IsOn("building")).Select(area => area.Shape.InteriorPoint.Coordinate).ToArray();
        if (ChooseBoundary(data, buildings, rules) is { } boundary)
            return new OsmExtent(LatticeShape.Multi(boundary.Shape), boundary);

        return new OsmExtent(LatticeShape.Multi(data.Bounds is { } box ? Lattice.Factory.ToGeometry(box) : Hull(buildings, rules)), null);
    }

    // The smallest of those that hold about as many buildings as the best: a district before its country.
    private static OsmArea? ChooseBoundary(OsmData data, Coordinate[] buildings, ExtentRules rules)
    {
        var candidates = data.Areas
            .Where(area => area.Tags.Is("boundary", "administrative") && LatticeShape.Polygons(area.Shape).Count > 0)
            .Select(area => (Area: area, Count: CountInside(area.Shape, buildings)))
            .Where(candidate => candidate.Count >= rules.BoundaryShareOfBuildings * buildings.Length)
            .ToArray();
        if (candidates.Length == 0)
            return null;

        var most = candidates.Max(candidate => candidate.Count);
        return candidates
            .Where(candidate => candidate.Count >= 0.98 * most)
            .OrderBy(candidate => candidate.Area.Shape.Area)
            .ThenBy(candidate => candidate.Area.Key, StringComparer.Ordinal)
            .First().Area;
    }

    private static int CountInside(Geometry shape, Coordinate[] positions)
    {
        var locator = new IndexedPointInAreaLocator(shape);
        return positions.Count(position => locator.Locate(position) != Location.Exterior);
    }

    private static Geometry Hull(Coordinate[] positions, ExtentRules rules)
    {
        var plane = new LocalPlane(positions[0].Y);
        return plane.Buffer(Lattice.Factory.CreateMultiPointFromCoords(positions).ConvexHull(), rules.HullMarginMeters);
    }
}
