using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Platform.Schema;

/// <summary>
/// Reads a Polygon or a MultiPolygon from the plain values of a GeoJSON object: text, numbers, lists and maps. Everything is bounded and checked before
/// the geometry is made: how many vertices, their place on the globe, closed rings, a shape that does not cross itself.
/// </summary>
internal sealed class GeoJsonReader
{
    public const int MostVertices = 10_000;

    private int _vertices;

    /// <summary>The geometry; a FormatException says what is wrong.</summary>
    public static Geometry Read(IReadOnlyDictionary<string, object?> map)
    {
        var reader = new GeoJsonReader();
        var coordinates = map.GetValueOrDefault("coordinates");
        Geometry shape = map.GetValueOrDefault("type") switch
        {
            "Polygon" => reader.Polygon(coordinates),
            "MultiPolygon" => Lattice.Factory.CreateMultiPolygon([.. List(coordinates).Select(reader.Polygon)]),
            _ => throw new FormatException("its type must be Polygon or MultiPolygon"),
        };
        return !shape.IsEmpty && shape.IsValid ? shape : throw new FormatException("its rings must not cross or touch along a line");
    }

    private Polygon Polygon(object? rings)
    {
        var all = List(rings).Select(Ring).ToArray();
        return all.Length > 0
            ? Lattice.Factory.CreatePolygon(all[0], all[1..])
            : throw new FormatException("a polygon needs a ring");
    }

    private LinearRing Ring(object? positions)
    {
        var list = List(positions);
        _vertices += list.Count;
        if (_vertices > MostVertices)
        {
            throw new FormatException($"it may have at most {MostVertices} vertices");
        }

        var coordinates = list.Select(Vertex).ToArray();
        return coordinates.Length >= 4 && coordinates[0].Equals2D(coordinates[^1])
            ? Lattice.Factory.CreateLinearRing(coordinates)
            : throw new FormatException("a ring needs four or more positions, the last the same as the first");
    }

    private static Coordinate Vertex(object? position)
    {
        if (List(position) is not [double longitude, double latitude, ..])
        {
            throw new FormatException("a position is [longitude, latitude]");
        }

        return Position.Parse(longitude, latitude).IsRefused
            ? throw new FormatException("a position must lie on the globe, longitude before latitude")
            : new Coordinate(longitude, latitude);
    }

    private static IReadOnlyList<object?> List(object? value) => value as IReadOnlyList<object?> ?? throw new FormatException("its coordinates must be nested lists");
}
