using System.Buffers;
using System.Buffers.Binary;
using GridMap.Core.Patrols;

namespace GridMap.Server.Patrols;

/// <summary>Fixes as `COPY … (FORMAT binary)` takes them: the same bytes as the driver makes value by value, made at once.</summary>
internal sealed class FixRows
{
    private const short Columns = 9;
    private const int LargestRow = sizeof(short) + Columns * sizeof(int) + sizeof(int) + 4 * sizeof(long) + 4 * sizeof(float);

    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <summary>Begins a copy anew; what was written before is gone.</summary>
    public void Begin()
    {
        _bytes.ResetWrittenCount();
        _bytes.Write(Head);
        Count = 0;
    }

    public void Add(in IncomingFix incoming)
    {
        _bytes.Advance(Write(_bytes.GetSpan(LargestRow), incoming));
        Count++;
    }

    public void End() => _bytes.Write(Trailer);

    // The signature, no flags, no extension.
    private static ReadOnlySpan<byte> Head => [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xff, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static ReadOnlySpan<byte> Trailer => [0xff, 0xff];

    private static int Write(Span<byte> row, in IncomingFix incoming)
    {
        var fix = incoming.Fix;
        BinaryPrimitives.WriteInt16BigEndian(row, Columns);
        var length = sizeof(short);
        BinaryPrimitives.WriteInt32BigEndian(row[length..], sizeof(int));
        BinaryPrimitives.WriteInt32BigEndian(row[(length + sizeof(int))..], incoming.Patrol.PatrolId);
        length += 2 * sizeof(int);
        length += Write(row[length..], Microseconds(fix.At));
        length += Write(row[length..], Microseconds(incoming.ReceivedAt));
        length += Write(row[length..], BitConverter.DoubleToInt64Bits(fix.Position.Longitude));
        length += Write(row[length..], BitConverter.DoubleToInt64Bits(fix.Position.Latitude));
        length += Write(row[length..], fix.SpeedMps);
        length += Write(row[length..], fix.BearingDegrees);
        length += Write(row[length..], fix.AccuracyMeters);
        length += Write(row[length..], fix.BatteryPercent);
        return length;
    }

    private static long Microseconds(DateTimeOffset at) => (at.UtcTicks - Epoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private static int Write(Span<byte> row, long value)
    {
        BinaryPrimitives.WriteInt32BigEndian(row, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(row[sizeof(int)..], value);
        return sizeof(int) + sizeof(long);
    }

    private static int Write(Span<byte> row, double? value)
    {
        if (value is not { } known)
        {
            BinaryPrimitives.WriteInt32BigEndian(row, -1);
            return sizeof(int);
        }

        BinaryPrimitives.WriteInt32BigEndian(row, sizeof(float));
        BinaryPrimitives.WriteSingleBigEndian(row[sizeof(int)..], (float)known);
        return sizeof(int) + sizeof(float);
    }
}
