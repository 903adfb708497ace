using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace GridMap.Platform.Tiles;

/// <summary>A made tile, ready to be sent: plain and compressed once, each with the strong tag of its content.</summary>
public sealed class Tile
{
    public static readonly Tile Empty = new(new TileBody([], StringValues.Empty, StringValues.Empty), new TileBody([], StringValues.Empty, StringValues.Empty));

    private Tile(TileBody plain, TileBody compressed)
    {
        Plain = plain;
        Compressed = compressed;
    }

    public TileBody Plain { get; }

    public TileBody Compressed { get; }

    public bool IsEmpty => Plain.Bytes.Length == 0;

    public long SizeBytes => Plain.Bytes.Length + Compressed.Bytes.Length;

    public static Tile Of(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return Empty;
        }

        // The two encodings are two representations: RFC 9110 wants their strong tags to differ.
        var tag = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12));
        return new Tile(new TileBody(bytes, StringValues.Empty, $"\"{tag}\""), new TileBody(Compress(bytes), "gzip", $"\"{tag}-gzip\""));
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var buffer = new MemoryStream(bytes.Length / 2);
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return buffer.ToArray();
    }
}

/// <summary>One representation of a tile with its headers already made.</summary>
public sealed class TileBody(byte[] bytes, StringValues encoding, StringValues etag)
{
    public byte[] Bytes { get; } = bytes;

    public StringValues Encoding { get; } = encoding;

    public StringValues ETag { get; } = etag;
}
