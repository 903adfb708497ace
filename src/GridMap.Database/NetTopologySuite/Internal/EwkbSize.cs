using NetTopologySuite.Geometries;

namespace Npgsql.NetTopologySuite.Internal;

/// <summary>How many bytes a geometry takes as EWKB.</summary>
internal static class EwkbSize
{
    /// <summary>Byte order and type.</summary>
    public const int HeaderBytes = 1 + sizeof(uint);

    public const int SridBytes = sizeof(int);

    public const int CountBytes = sizeof(int);

    /// <summary>The exact length of a value on the wire.</summary>
    public static int Bytes(Geometry geometry, EwkbLayout layout) => checked((HasSrid(geometry) ? SridBytes : 0) + MemberBytes(geometry, layout));

    /// <summary>0 and below mean that the reference system is unknown.</summary>
    public static bool HasSrid(Geometry geometry) => geometry.SRID > 0;

    private static int MemberBytes(Geometry geometry, EwkbLayout layout) => checked(HeaderBytes + geometry switch
    {
        Point => layout.CoordinateBytes,
        LineString line => SequenceBytes(line, layout),
        Polygon polygon => RingBytes(polygon, layout),
        GeometryCollection collection => CollectionBytes(collection, layout),
        _ => throw EwkbLayout.Unsupported(geometry),
    });

    private static int SequenceBytes(LineString line, EwkbLayout layout) => checked(CountBytes + line.NumPoints * layout.CoordinateBytes);

    private static int RingBytes(Polygon polygon, EwkbLayout layout)
    {
        var sum = CountBytes;
        for (var i = 0; i < polygon.RingCount(); i++)
        {
            sum = checked(sum + SequenceBytes(polygon.Ring(i), layout));
        }

        return sum;
    }

    private static int CollectionBytes(GeometryCollection collection, EwkbLayout layout)
    {
        var sum = CountBytes;
        for (var i = 0; i < collection.NumGeometries; i++)
        {
            sum = checked(sum + MemberBytes(collection.GetGeometryN(i), layout));
        }

        return sum;
    }
}
