using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>Gates: the vertices of the walking network nearest to where it crosses a compound's border, else the nearest vertex in reach.</summary>
public sealed class CompoundGates(WalkingIndex walking, LocalPlane plane, CompoundRules rules)
{
    private const int MostGates = 8;

    private const double SpacingMeters = 35;

    /// <summary>Null where nobody can walk to the compound.</summary>
    public MultiPoint? Find(Polygon shape)
    {
        var border = shape.Boundary;
        var crossings = walking.Crossing(shape.EnvelopeInternal)
            .SelectMany(stretch => stretch.Segment.ToGeometry(Lattice.Factory).Intersection(border).Coordinates.Select(at => NearerEnd(stretch.Segment, at)))
            .Distinct()
            .OrderBy(position => position.X).ThenBy(position => position.Y);
        var gates = new List<Coordinate>();
        foreach (var position in crossings)
        {
            if (gates.Count < MostGates && gates.TrueForAll(gate => Ellipsoid.DistanceMeters(gate, position) >= SpacingMeters))
                gates.Add(position);
        }

        if (gates.Count == 0 && Nearest(shape) is { } nearest)
            gates.Add(nearest);

        return gates.Count == 0 ? null : Lattice.Factory.CreateMultiPointFromCoords([.. gates]);
    }

    private Coordinate? Nearest(Polygon shape)
    {
        if (walking.FindNearest(shape.Centroid.Coordinate) is not { } stretch)
            return null;

        var end = NearerEnd(stretch.Segment, shape.Centroid.Coordinate);
        var distance = plane.Flatten(shape).Distance(plane.Flatten(Lattice.Factory.CreatePoint(end)));
        return distance <= rules.GateSnapMeters ? end : null;
    }

    private static Coordinate NearerEnd(LineSegment segment, Coordinate position) =>
        segment.P0.Distance(position) <= segment.P1.Distance(position) ? segment.P0 : segment.P1;
}
