using System.Text;

namespace GridMap.Platform.Tests.Tiles;

/// <summary>Just enough of the protocol-buffer wire format to read a vector tile.</summary>
internal static class ProtocolBuffer
{
    public readonly record struct Field(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
    {
        public string Text => Encoding.UTF8.GetString(Bytes.Span);
    }

    public static IReadOnlyList<Field> Read(ReadOnlyMemory<byte> message)
    {
        List<Field> fields = [];
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message.Span, ref at);
            var (number, wire) = ((int)(tag >> 3), (int)(tag & 7));
            if (wire == 0)
            {
                fields.Add(new Field(number, Varint(message.Span, ref at), default));
            }
            else if (wire == 2)
            {
                var length = (int)Varint(message.Span, ref at);
                fields.Add(new Field(number, 0, message.Slice(at, length)));
                at += length;
            }
            else
            {
                throw new InvalidDataException($"Wire type {wire} is not used by our tiles.");
            }
        }

        return fields;
    }

    public static IEnumerable<ulong> Packed(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            yield return Varint(bytes.Span, ref at);
        }
    }

    public static int ZigZag(ulong value) => (int)(value >> 1) ^ -(int)(value & 1);

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
