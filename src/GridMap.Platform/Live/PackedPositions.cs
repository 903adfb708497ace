using System.Buffers;
using System.Buffers.Binary;
using GridMap.Core;

namespace GridMap.Platform.Live;

/// <summary>A position on its way to the wire.</summary>
internal readonly record struct PackedPosition(uint Id, CellPoint Point, DateTimeOffset At, byte Bearing, byte Speed);

/// <summary>Some positions of one cell, packed.</summary>
internal readonly record struct PackedCell(ReadOnlyMemory<byte> Bytes, int Count);

/// <summary>
/// Packs positions as docs/interfaces.md has them: eight or nine bytes each. A position is told by its place in the cell, not by the way it has
/// gone, so that whoever missed one before understands the next.
/// </summary>
internal static class PackedPositions
{
    // Cell, count; then for each position id, place, age, bearing and speed: each number at its longest.
    private const int LargestHead = 4 + 5;
    private const int LargestRecord = 5 + 4 + 3 + 2;

    /// <summary>Packs positions of one cell, in the order of their ids.</summary>
    public static PackedCell Pack(PositionCell cell, List<PackedPosition> positions, DateTimeOffset time)
    {
        positions.Sort(static (one, other) => one.Id.CompareTo(other.Id));
        var bytes = new byte[LargestHead + positions.Count * LargestRecord];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, cell.Column);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), cell.Row);
        var length = 4 + VaryingNumber.Write(bytes.AsSpan(4), (uint)positions.Count);
        var before = 0u;
        foreach (var position in positions)
        {
            length += Write(bytes.AsSpan(length), position, before, time);
            before = position.Id;
        }

        return new PackedCell(bytes.AsMemory(0, length), positions.Count);
    }

    /// <summary>The frame of some cells: the time their ages count from, then one cell after the other.</summary>
    public static LiveFrame Join(DateTimeOffset time, List<PackedCell> cells)
    {
        var bytes = new ArrayBufferWriter<byte>(sizeof(long) + cells.Sum(static cell => cell.Bytes.Length));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(sizeof(long)), time.ToUnixTimeMilliseconds());
        bytes.Advance(sizeof(long));
        foreach (var cell in cells)
        {
            bytes.Write(cell.Bytes.Span);
        }

        var (packed, count) = (bytes.WrittenMemory, cells.Sum(static cell => cell.Count));
        return new LiveFrame(packed, () => LiveFrames.Positions(time, count, packed.Span));
    }

    private static int Write(Span<byte> bytes, in PackedPosition position, uint before, DateTimeOffset time)
    {
        var deciseconds = Math.Clamp((time - position.At).TotalMilliseconds / 100, 0, ushort.MaxValue);
        var length = VaryingNumber.Write(bytes, position.Id - before);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[length..], position.Point.X);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[(length + 2)..], position.Point.Y);
        length += 4;
        length += VaryingNumber.Write(bytes[length..], (uint)deciseconds);
        bytes[length++] = position.Bearing;
        bytes[length++] = position.Speed;
        return length;
    }
}
