#pragma warning disable NPG9001 // See NpgsqlNetTopologySuiteExtensions.

using System.Diagnostics;
using NetTopologySuite.Geometries;
using Npgsql.Internal;

namespace Npgsql.NetTopologySuite.Internal;

/// <summary>One value of `geometry` or `geography` between the wire and a geometry.</summary>
internal sealed class GeometryConverter<T>(EwkbReader ewkb) : PgStreamingConverter<T>
    where T : Geometry
{
    public override T Read(PgReader reader)
    {
        var length = reader.CurrentRemaining;

        // What Npgsql has already received is read where it lies; only a value larger than that is gathered in a pooled buffer.
        return reader.TryReadBytes(length, out ReadOnlySpan<byte> bytes)
            ? Cast(ewkb.Read(bytes))
            : Cast(ewkb.Read(reader.ReadBytes(length).FirstSpan));
    }

    public override ValueTask<T> ReadAsync(PgReader reader, CancellationToken cancellationToken = default)
    {
        var length = reader.CurrentRemaining;
        return reader.TryReadBytes(length, out ReadOnlySpan<byte> bytes)
            ? new ValueTask<T>(Cast(ewkb.Read(bytes)))
            : ReadGatheredAsync(reader, length, cancellationToken);
    }

    public override Size GetSize(SizeContext context, T value, ref object? writeState)
    {
        var layout = EwkbLayout.Of(value);
        writeState = layout;
        return EwkbSize.Bytes(value, layout);
    }

    public override void Write(PgWriter writer, T value)
    {
        var written = EwkbWriter.WriteAsync(async: false, writer, value, Layout(writer), CancellationToken.None);

        // Without `async` nothing is ever awaited: the task is complete, and the last call only passes on what it threw.
        Debug.Assert(written.IsCompleted);
        written.GetAwaiter().GetResult();
    }

    public override ValueTask WriteAsync(PgWriter writer, T value, CancellationToken cancellationToken = default) =>
        EwkbWriter.WriteAsync(async: true, writer, value, Layout(writer), cancellationToken);

    private static EwkbLayout Layout(PgWriter writer) => (EwkbLayout)writer.Current.WriteState!;

    private async ValueTask<T> ReadGatheredAsync(PgReader reader, int length, CancellationToken cancellationToken)
    {
        var bytes = await reader.ReadBytesAsync(length, cancellationToken).ConfigureAwait(false);
        return Cast(ewkb.Read(bytes.FirstSpan));
    }

    private static T Cast(Geometry geometry) => geometry as T
        ?? throw new InvalidCastException($"The value is a {geometry.GeometryType}, not a {typeof(T).Name}; read it as Geometry.");
}
