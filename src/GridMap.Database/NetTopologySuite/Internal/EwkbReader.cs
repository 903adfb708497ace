using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Npgsql.NetTopologySuite.Internal;

/// <summary>
/// Reads geometries from EWKB (PostGIS' form of well-known binary) of either byte order.
/// Depth and counts are checked against the bytes themselves, so a broken value is refused with <see cref="ParseException"/> and costs nothing.
/// </summary>
internal sealed class EwkbReader
{
    private const uint TypeMask = 0x1FFF_FFFF;

    private readonly CoordinateSequenceFactory _sequences;
    private readonly PrecisionModel _precision;
    private readonly bool _keepsZ;
    private readonly bool _keepsM;
    private GeometryFactory _latestFactory;

    public EwkbReader(CoordinateSequenceFactory? sequences = null, PrecisionModel? precision = null, Ordinates ordinates = Ordinates.None)
    {
        _sequences = sequences ?? NtsGeometryServices.Instance.DefaultCoordinateSequenceFactory;
        _precision = precision ?? NtsGeometryServices.Instance.DefaultPrecisionModel;
        var kept = (ordinates == Ordinates.None ? Ordinates.XYZM : ordinates) & _sequences.Ordinates;
        _keepsZ = kept.HasFlag(Ordinates.Z);
        _keepsM = kept.HasFlag(Ordinates.M);
        _latestFactory = CreateFactory(srid: 0);
    }

    /// <summary>The geometry that the bytes, all of them, are.</summary>
    public Geometry Read(ReadOnlySpan<byte> bytes)
    {
        var cursor = new EwkbCursor(bytes);
        var geometry = Read(ref cursor, factory: null, depth: 1);
        return cursor.RemainingBytes == 0
            ? geometry
            : throw new ParseException($"EWKB has {cursor.RemainingBytes} bytes after its geometry.");
    }

    private Geometry Read(ref EwkbCursor cursor, GeometryFactory? factory, int depth)
    {
        if (depth > EwkbLayout.DepthLimit)
        {
            throw new ParseException($"EWKB has collections more than {EwkbLayout.DepthLimit} deep in each other.");
        }

        cursor.ReadByteOrder();
        var typeAndFlags = cursor.ReadUInt32();
        var srid = (typeAndFlags & EwkbLayout.FlagSrid) != 0 ? (int)cursor.ReadUInt32() : 0;
        factory ??= FactoryFor(srid);
        var layout = EwkbLayout.Of((typeAndFlags & EwkbLayout.FlagZ) != 0, (typeAndFlags & EwkbLayout.FlagM) != 0);
        return (typeAndFlags & TypeMask) switch
        {
            1 => ReadPoint(ref cursor, factory, layout),
            2 => factory.CreateLineString(ReadSequence(ref cursor, cursor.ReadCount(layout.CoordinateBytes), layout)),
            3 => ReadPolygon(ref cursor, factory, layout),
            4 => factory.CreateMultiPoint(ReadMembers<Point>(ref cursor, factory, depth)),
            5 => factory.CreateMultiLineString(ReadMembers<LineString>(ref cursor, factory, depth)),
            6 => factory.CreateMultiPolygon(ReadMembers<Polygon>(ref cursor, factory, depth)),
            7 => factory.CreateGeometryCollection(ReadMembers<Geometry>(ref cursor, factory, depth)),
            var type => throw new ParseException($"EWKB type {type} has no NetTopologySuite geometry; convert curves with ST_CurveToLine."),
        };
    }

    private Point ReadPoint(ref EwkbCursor cursor, GeometryFactory factory, EwkbLayout layout)
    {
        var sequence = ReadSequence(ref cursor, count: 1, layout);

        // PostGIS writes POINT EMPTY as a point of NaNs, having no count to write 0 into.
        return double.IsNaN(sequence.GetX(0)) && double.IsNaN(sequence.GetY(0))
            ? factory.CreatePoint(CreateSequence(count: 0, layout))
            : factory.CreatePoint(sequence);
    }

    private Polygon ReadPolygon(ref EwkbCursor cursor, GeometryFactory factory, EwkbLayout layout)
    {
        var ringCount = cursor.ReadCount(EwkbSize.CountBytes);
        if (ringCount == 0)
        {
            return factory.CreatePolygon(CreateSequence(count: 0, layout));
        }

        var shell = ReadRing(ref cursor, factory, layout);
        var holes = ringCount == 1 ? [] : new LinearRing[ringCount - 1];
        for (var i = 0; i < holes.Length; i++)
        {
            holes[i] = ReadRing(ref cursor, factory, layout);
        }

        return factory.CreatePolygon(shell, holes);
    }

    private LinearRing ReadRing(ref EwkbCursor cursor, GeometryFactory factory, EwkbLayout layout) =>
        factory.CreateLinearRing(ReadSequence(ref cursor, cursor.ReadCount(layout.CoordinateBytes), layout));

    private T[] ReadMembers<T>(ref EwkbCursor cursor, GeometryFactory factory, int depth)
        where T : Geometry
    {
        var count = cursor.ReadCount(EwkbSize.HeaderBytes + EwkbSize.CountBytes);
        var members = count == 0 ? [] : new T[count];
        for (var i = 0; i < members.Length; i++)
        {
            var member = Read(ref cursor, factory, depth + 1);
            members[i] = member as T ?? throw new ParseException($"EWKB has a {member.GeometryType} among members that must be {typeof(T).Name}.");
        }

        return members;
    }

    private CoordinateSequence ReadSequence(ref EwkbCursor cursor, int count, EwkbLayout layout)
    {
        var sequence = CreateSequence(count, layout);
        for (var i = 0; i < count; i++)
        {
            sequence.SetOrdinate(i, 0, _precision.MakePrecise(cursor.ReadDouble()));
            sequence.SetOrdinate(i, 1, _precision.MakePrecise(cursor.ReadDouble()));
            var next = 2;
            if (layout.HasZ)
            {
                Keep(sequence, i, ref next, _keepsZ, cursor.ReadDouble());
            }

            if (layout.HasM)
            {
                Keep(sequence, i, ref next, _keepsM, cursor.ReadDouble());
            }
        }

        return sequence;
    }

    private static void Keep(CoordinateSequence sequence, int index, ref int ordinateIndex, bool kept, double value)
    {
        if (kept)
        {
            sequence.SetOrdinate(index, ordinateIndex++, value);
        }
    }

    private CoordinateSequence CreateSequence(int count, EwkbLayout layout)
    {
        var kept = EwkbLayout.Of(layout.HasZ && _keepsZ, layout.HasM && _keepsM);
        return _sequences.Create(count, kept.OrdinateCount, measures: kept.HasM ? 1 : 0);
    }

    // A column has one SRID, so the factory of the latest value is nearly always the one needed. Two threads may each make one: no harm.
    private GeometryFactory FactoryFor(int srid)
    {
        var factory = _latestFactory;
        return factory.SRID == srid ? factory : _latestFactory = CreateFactory(srid);
    }

    private GeometryFactory CreateFactory(int srid) => NtsGeometryServices.Instance.CreateGeometryFactory(_precision, srid, _sequences);
}
