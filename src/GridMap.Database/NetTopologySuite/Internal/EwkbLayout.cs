using NetTopologySuite.Geometries;

namespace Npgsql.NetTopologySuite.Internal;

/// <summary>Which ordinates every coordinate of one EWKB value carries: X and Y, then Z, then M.</summary>
internal sealed class EwkbLayout
{
    public const uint FlagZ = 0x8000_0000;
    public const uint FlagM = 0x4000_0000;
    public const uint FlagSrid = 0x2000_0000;

    /// <summary>How deep collections may lie in each other: PostGIS' own limit when it reads EWKB.</summary>
    public const int DepthLimit = 200;

    private static readonly EwkbLayout Xy = new(false, false);
    private static readonly EwkbLayout Xyz = new(true, false);
    private static readonly EwkbLayout Xym = new(false, true);
    private static readonly EwkbLayout Xyzm = new(true, true);

    private EwkbLayout(bool hasZ, bool hasM)
    {
        HasZ = hasZ;
        HasM = hasM;
        OrdinateCount = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
        TypeFlags = (hasZ ? FlagZ : 0) | (hasM ? FlagM : 0);
    }

    public bool HasZ { get; }

    public bool HasM { get; }

    public int OrdinateCount { get; }

    public int CoordinateBytes => OrdinateCount * sizeof(double);

    public uint TypeFlags { get; }

    public static EwkbLayout Of(bool hasZ, bool hasM) => (hasZ, hasM) switch
    {
        (false, false) => Xy,
        (true, false) => Xyz,
        (false, true) => Xym,
        (true, true) => Xyzm,
    };

    /// <summary>
    /// The layout that loses nothing: Z or M when any coordinate has a number there. PostGIS wants one layout for all parts of a value,
    /// and an empty geometry has none to show, so it is plain XY.
    /// </summary>
    public static EwkbLayout Of(Geometry geometry)
    {
        var layout = Xy;
        Widen(geometry, depth: 1, ref layout);
        return layout;
    }

    public static NotSupportedException Unsupported(Geometry geometry) => new($"EWKB has no {geometry.GeometryType}.");

    private static void Widen(Geometry geometry, int depth, ref EwkbLayout layout)
    {
        switch (geometry)
        {
            case Point point:
                Widen(point.CoordinateSequence, ref layout);
                break;
            case LineString line:
                Widen(line.CoordinateSequence, ref layout);
                break;
            case Polygon polygon:
                for (var i = 0; i < polygon.RingCount(); i++)
                {
                    Widen(polygon.Ring(i).CoordinateSequence, ref layout);
                }

                break;
            case GeometryCollection collection:
                WidenByMembers(collection, depth, ref layout);
                break;
            default:
                throw Unsupported(geometry);
        }
    }

    private static void WidenByMembers(GeometryCollection collection, int depth, ref EwkbLayout layout)
    {
        if (depth >= DepthLimit)
        {
            throw new ArgumentException($"Collections lie in each other more than {DepthLimit} deep; PostGIS refuses that.", nameof(collection));
        }

        for (var i = 0; i < collection.NumGeometries; i++)
        {
            Widen(collection.GetGeometryN(i), depth + 1, ref layout);
        }
    }

    private static void Widen(CoordinateSequence sequence, ref EwkbLayout layout)
    {
        var seeksZ = sequence.HasZ && !layout.HasZ;
        var seeksM = sequence.HasM && !layout.HasM;
        for (var i = 0; (seeksZ || seeksM) && i < sequence.Count; i++)
        {
            if (seeksZ && !double.IsNaN(sequence.GetZ(i)))
            {
                layout = Of(hasZ: true, layout.HasM);
                seeksZ = false;
            }

            if (seeksM && !double.IsNaN(sequence.GetM(i)))
            {
                layout = Of(layout.HasZ, hasM: true);
                seeksM = false;
            }
        }
    }
}
