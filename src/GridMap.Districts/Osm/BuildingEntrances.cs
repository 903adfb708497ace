using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;

namespace GridMap.Districts.Osm;

/// <summary>Where one enters a building: a mapped entrance on its wall, the main one first, else the wall's point nearest to where one can walk.</summary>
public sealed class BuildingEntrances
{
    private static readonly string[] MainFirst = ["main", "yes", "staircase", "home"];

    private readonly Dictionary<Coordinate, int> _ranks = [];

    private readonly WalkingIndex _walking;

    public BuildingEntrances(IEnumerable<OsmPoint> points, WalkingIndex walking)
    {
        _walking = walking;
        foreach (var point in points)
        {
            if ((point.Tags["entrance"] ?? (point.Tags.Is("building", "entrance") ? "yes" : null)) is { } entrance and not "no")
                _ranks[point.Place.Coordinate] = Array.IndexOf(MainFirst, entrance) is var rank and >= 0 ? rank : MainFirst.Length;
        }
    }

    public Point Find(Polygon footprint)
    {
        var mapped = footprint.Coordinates.Where(_ranks.ContainsKey).OrderBy(position => _ranks[position]).FirstOrDefault();
        return Lattice.Factory.CreatePoint(mapped ?? NearestToWalking(footprint));
    }

    private Coordinate NearestToWalking(Polygon footprint)
    {
        if (_walking.FindNearest(footprint.Centroid.Coordinate) is not { } stretch)
            return footprint.ExteriorRing.GetCoordinateN(0);

        var segment = stretch.Segment.ToGeometry(Lattice.Factory);
        var wall = DistanceOp.NearestPoints(footprint.ExteriorRing, segment)[0];
        return Lattice.Snap(wall.X, wall.Y);
    }
}
