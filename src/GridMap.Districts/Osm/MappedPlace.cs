using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Districts.Osm;

/// <summary>A tagged node or area as one position.</summary>
public sealed record MappedPlace(string Key, OsmTags Tags, Point Position)
{
    /// <summary>All points and areas inside the extent, by key.</summary>
    public static IReadOnlyList<MappedPlace> All(OsmData data, OsmExtent extent) =>
    [
        .. data.Points.Select(point => new MappedPlace($"N{point.Id}", point.Tags, point.Place))
            .Concat(data.Areas.Select(area => new MappedPlace(area.Key, area.Tags, Inside(area.Shape))))
            .Where(place => extent.Holds(place.Position.Coordinate))
            .OrderBy(place => place.Key, StringComparer.Ordinal),
    ];

    private static Point Inside(Geometry shape)
    {
        var point = shape.InteriorPoint;
        return Lattice.Factory.CreatePoint(Lattice.Snap(point.X, point.Y));
    }
}
