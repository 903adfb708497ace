#pragma warning disable NPG9001 // See NpgsqlNetTopologySuiteExtensions.

using NetTopologySuite.Geometries;
using Npgsql.Internal;

namespace Npgsql.NetTopologySuite.Internal;

/// <summary>
/// Writes geometries as EWKB (PostGIS' form of well-known binary) straight into Npgsql's buffer.
/// In network byte order, because that is what the buffer writes; PostGIS reads either.
/// </summary>
internal static class EwkbWriter
{
    private const byte NetworkByteOrder = 0;

    /// <summary>Writes a value; awaits only when <paramref name="async"/> and the buffer has to be sent on the way.</summary>
    public static ValueTask WriteAsync(bool async, PgWriter writer, Geometry geometry, EwkbLayout layout, CancellationToken cancellationToken) =>
        WriteAsync(async, writer, geometry, layout, EwkbSize.HasSrid(geometry) ? geometry.SRID : null, cancellationToken);

    private static async ValueTask WriteAsync(
        bool async, PgWriter writer, Geometry geometry, EwkbLayout layout, int? srid, CancellationToken cancellationToken)
    {
        await EnsureSpaceAsync(async, writer, EwkbSize.HeaderBytes + EwkbSize.SridBytes + EwkbSize.CountBytes, cancellationToken).ConfigureAwait(false);
        writer.WriteByte(NetworkByteOrder);
        writer.WriteUInt32(TypeCode(geometry) | layout.TypeFlags | (srid is null ? 0 : EwkbLayout.FlagSrid));
        if (srid is not null)
        {
            writer.WriteInt32(srid.Value);
        }

        switch (geometry)
        {
            case Point point:
                await WritePointAsync(async, writer, point, layout, cancellationToken).ConfigureAwait(false);
                break;
            case LineString line:
                await WriteLineAsync(async, writer, line, layout, cancellationToken).ConfigureAwait(false);
                break;
            case Polygon polygon:
                await WritePolygonAsync(async, writer, polygon, layout, cancellationToken).ConfigureAwait(false);
                break;
            case GeometryCollection collection:
                await WriteCollectionAsync(async, writer, collection, layout, cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private static async ValueTask WritePointAsync(
        bool async, PgWriter writer, Point point, EwkbLayout layout, CancellationToken cancellationToken)
    {
        await EnsureSpaceAsync(async, writer, layout.CoordinateBytes, cancellationToken).ConfigureAwait(false);
        if (!point.IsEmpty)
        {
            WriteCoordinate(writer, point.CoordinateSequence, 0, layout);
            return;
        }

        for (var i = 0; i < layout.OrdinateCount; i++)
        {
            writer.WriteDouble(double.NaN);
        }
    }

    private static async ValueTask WriteLineAsync(
        bool async, PgWriter writer, LineString line, EwkbLayout layout, CancellationToken cancellationToken)
    {
        var sequence = line.CoordinateSequence;
        await EnsureSpaceAsync(async, writer, EwkbSize.CountBytes, cancellationToken).ConfigureAwait(false);
        writer.WriteInt32(sequence.Count);
        for (var i = 0; i < sequence.Count; i++)
        {
            if (writer.ShouldFlush(layout.CoordinateBytes))
            {
                await EnsureSpaceAsync(async, writer, layout.CoordinateBytes, cancellationToken).ConfigureAwait(false);
            }

            WriteCoordinate(writer, sequence, i, layout);
        }
    }

    private static async ValueTask WritePolygonAsync(
        bool async, PgWriter writer, Polygon polygon, EwkbLayout layout, CancellationToken cancellationToken)
    {
        var ringCount = polygon.RingCount();
        writer.WriteInt32(ringCount);
        for (var i = 0; i < ringCount; i++)
        {
            await WriteLineAsync(async, writer, polygon.Ring(i), layout, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask WriteCollectionAsync(
        bool async, PgWriter writer, GeometryCollection collection, EwkbLayout layout, CancellationToken cancellationToken)
    {
        writer.WriteInt32(collection.NumGeometries);
        for (var i = 0; i < collection.NumGeometries; i++)
        {
            await WriteAsync(async, writer, collection.GetGeometryN(i), layout, srid: null, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void WriteCoordinate(PgWriter writer, CoordinateSequence sequence, int index, EwkbLayout layout)
    {
        writer.WriteDouble(sequence.GetX(index));
        writer.WriteDouble(sequence.GetY(index));
        if (layout.HasZ)
        {
            writer.WriteDouble(sequence.GetZ(index));
        }

        if (layout.HasM)
        {
            writer.WriteDouble(sequence.GetM(index));
        }
    }

    private static ValueTask EnsureSpaceAsync(bool async, PgWriter writer, int byteCount, CancellationToken cancellationToken)
    {
        if (!writer.ShouldFlush(byteCount))
        {
            return ValueTask.CompletedTask;
        }

        if (async)
        {
            return writer.FlushAsync(cancellationToken);
        }

        writer.Flush();
        return ValueTask.CompletedTask;
    }

    private static uint TypeCode(Geometry geometry) => geometry switch
    {
        Point => 1,
        LineString => 2,
        Polygon => 3,
        MultiPoint => 4,
        MultiLineString => 5,
        MultiPolygon => 6,
        GeometryCollection => 7,
        _ => throw EwkbLayout.Unsupported(geometry),
    };
}
