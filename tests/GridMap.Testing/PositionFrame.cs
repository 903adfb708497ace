using System.Buffers.Binary;
using System.Text.Json;

namespace GridMap.Testing;

/// <summary>One position of a frame, in steps of 1e-6°, bearing of 256 to the turn, speed in quarter metres a second.</summary>
public sealed record FramePosition(uint Id, int Longitude, int Latitude, int AgeDeciseconds, byte Bearing, byte Speed);

/// <summary>Unpacks the positions of a frame by the words of docs/interfaces.md alone.</summary>
public static class PositionFrame
{
    public static IReadOnlyList<FramePosition> Read(JsonElement frame)
    {
        var positions = Read(frame.GetProperty("data").GetBytesFromBase64());
        return positions.Count == frame.GetProperty("count").GetInt32() ? positions : throw new InvalidDataException("The count is not that of the data.");
    }

    public static IReadOnlyList<FramePosition> Read(ReadOnlyMemory<byte> packed)
    {
        var bytes = new Reader(packed[8..]);
        var positions = new List<FramePosition>();
        while (!bytes.IsAtEnd)
        {
            var (column, row, id) = (bytes.Short(), bytes.Short(), 0u);
            for (var left = bytes.Number(); left > 0; left--)
            {
                id += bytes.Number();
                var (x, y) = ((column << 16) | bytes.Short(), (row << 16) | bytes.Short());
                positions.Add(new FramePosition(id, x - 180_000_000, y - 90_000_000, (int)bytes.Number(), bytes.Byte(), bytes.Byte()));
            }
        }

        return positions;
    }

    private sealed class Reader(ReadOnlyMemory<byte> bytes)
    {
        private int _at;

        public bool IsAtEnd => _at == bytes.Length;

        public byte Byte() => bytes.Span[_at++];

        public int Short()
        {
            _at += 2;
            return BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[(_at - 2)..]);
        }

        public uint Number()
        {
            var (number, shift) = (0u, 0);
            byte next;
            do
            {
                next = Byte();
                number |= (uint)(next & 0x7f) << shift;
                shift += 7;
            }
            while (next >= 0x80);

            return number;
        }
    }
}
