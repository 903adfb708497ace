using System.Buffers;

namespace GridMap.Platform.Tiles;

/// <summary>
/// Counts by cell as a vector tile (Mapbox Vector Tile 2.1): a point in the middle of each cell that is not empty, with the attribute `n`.
/// Written straight into bytes, in one pass over the cells.
/// </summary>
public static class PointTile
{
    private const int Extent = 4096;

    /// <summary>Encodes side × side counts, row by row from the north-west.</summary>
    /// <returns>Empty when every cell is.</returns>
    public static byte[] Encode(string layer, ReadOnlySpan<int> counts, int side)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Length, side * side);
        var features = new ArrayBufferWriter<byte>(counts.Length);
        var values = new Dictionary<int, int>();
        var step = Extent / side;
        Span<byte> feature = stackalloc byte[40];
        for (var cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] == 0)
            {
                continue;
            }

            if (!values.TryGetValue(counts[cell], out var value))
            {
                values.Add(counts[cell], value = values.Count);
            }

            WriteFeature(features, feature, value, (cell % side * step) + (step / 2), (cell / side * step) + (step / 2));
        }

        return values.Count == 0 ? [] : Compose(layer, features.WrittenSpan, values.Keys);
    }

    // feature = 2 { tags = 2 packed, type = 3, geometry = 4 packed }
    private static void WriteFeature(ArrayBufferWriter<byte> output, Span<byte> scratch, int value, int x, int y)
    {
        var at = 0;
        at = Varint(scratch, at, (2 << 3) | 2);
        at = Varint(scratch, at, 1 + Length((uint)value));
        at = Varint(scratch, at, 0);
        at = Varint(scratch, at, (uint)value);
        at = Varint(scratch, at, 3 << 3);
        at = Varint(scratch, at, 1);
        at = Varint(scratch, at, (4 << 3) | 2);
        at = Varint(scratch, at, 1 + Length((uint)x * 2) + Length((uint)y * 2));
        at = Varint(scratch, at, (1 << 3) | 1);
        at = Varint(scratch, at, (uint)x * 2);
        at = Varint(scratch, at, (uint)y * 2);
        Write(output, (2 << 3) | 2);
        Write(output, (uint)at);
        output.Write(scratch[..at]);
    }

    // tile { layers = 3 { name = 1, features = 2, keys = 3, values = 4 { uint_value = 5 }, extent = 5, version = 15 } }
    private static byte[] Compose(string layer, ReadOnlySpan<byte> features, IEnumerable<int> values)
    {
        var body = new ArrayBufferWriter<byte>(features.Length + 64);
        Write(body, (15 << 3) | 0);
        Write(body, 2);
        WriteText(body, 1, layer);
        body.Write(features);
        WriteText(body, 3, "n");
        foreach (var value in values)
        {
            Write(body, (4 << 3) | 2);
            Write(body, 1 + Length((uint)value));
            Write(body, 5 << 3);
            Write(body, (uint)value);
        }

        Write(body, 5 << 3);
        Write(body, Extent);
        var tile = new ArrayBufferWriter<byte>(body.WrittenCount + 8);
        Write(tile, (3 << 3) | 2);
        Write(tile, (uint)body.WrittenCount);
        tile.Write(body.WrittenSpan);
        return tile.WrittenSpan.ToArray();
    }

    private static void WriteText(ArrayBufferWriter<byte> output, uint field, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        Write(output, (field << 3) | 2);
        Write(output, (uint)bytes.Length);
        output.Write(bytes);
    }

    private static void Write(ArrayBufferWriter<byte> output, uint value) => output.Advance(Varint(output.GetSpan(5), 0, value));

    private static int Varint(Span<byte> output, int at, uint value)
    {
        while (value >= 0x80)
        {
            output[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        output[at++] = (byte)value;
        return at;
    }

    private static uint Length(uint value) => value < 1 << 7 ? 1u : value < 1 << 14 ? 2u : value < 1 << 21 ? 3u : value < 1 << 28 ? 4u : 5u;
}
