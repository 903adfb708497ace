using System.Buffers.Binary;
using NetTopologySuite.IO;

namespace Npgsql.NetTopologySuite.Internal;

/// <summary>A place in the bytes of one EWKB value; it never goes past their end.</summary>
internal ref struct EwkbCursor(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;
    private bool _littleEndian;

    public readonly int RemainingBytes => _rest.Length;

    public void ReadByteOrder()
    {
        var order = Take(1)[0];
        _littleEndian = order switch
        {
            0 => false,
            1 => true,
            _ => throw new ParseException($"EWKB has byte order {order}; it must be 0 or 1."),
        };
    }

    public uint ReadUInt32()
    {
        var four = Take(sizeof(uint));
        return _littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(four) : BinaryPrimitives.ReadUInt32BigEndian(four);
    }

    public double ReadDouble()
    {
        var eight = Take(sizeof(double));
        return _littleEndian ? BinaryPrimitives.ReadDoubleLittleEndian(eight) : BinaryPrimitives.ReadDoubleBigEndian(eight);
    }

    /// <summary>A number of elements, believed only when the bytes that are left can hold them: nothing is allocated for a lie.</summary>
    public int ReadCount(int elementBytes)
    {
        var count = ReadUInt32();
        return count <= (uint)(_rest.Length / elementBytes)
            ? (int)count
            : throw new ParseException($"EWKB announces {count} elements but only {_rest.Length} bytes follow.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_rest.Length < count)
        {
            throw new ParseException("EWKB ends early.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
