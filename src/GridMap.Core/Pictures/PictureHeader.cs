using System.Buffers.Binary;

namespace GridMap.Core.Pictures;

/// <summary>The formats of pictures that are taken; what a file is called or said to be does not matter.</summary>
public enum PictureFormat
{
    Jpeg,
    Png,
    WebP,
}

/// <summary>What the first bytes of a picture say: its format, and how large it is before anybody decodes it.</summary>
public readonly record struct PictureHeader(PictureFormat Format, int Width, int Height)
{
    public const int MaxBytes = 10 * 1024 * 1024;
    public const long MaxPixels = 40_000_000;
    public const int MaxSide = 16_000;

    private static readonly Refusal TooLarge = new(
        "PICTURE_TOO_LARGE", $"Send a picture of at most {MaxBytes / 1024 / 1024} MB.", $"图片不得超过 {MaxBytes / 1024 / 1024} MB。");

    private static readonly Refusal FormatUnknown = new(
        "PICTURE_FORMAT", "Send a JPEG, PNG or WebP picture; its content is looked at, not its name.", "请上传 JPEG、PNG 或 WebP 图片；以文件内容而非文件名为准。");

    private static readonly Refusal TooManyPixels = new(
        "PICTURE_TOO_MANY_PIXELS",
        $"Send a picture of at most {MaxPixels / 1_000_000} megapixels, {MaxSide} a side.",
        $"图片不得超过 {MaxPixels / 1_000_000} 百万像素，单边不超过 {MaxSide} 像素。");

    /// <summary>For a picture that says what it is and cannot be read all the same.</summary>
    public static Refusal Damaged { get; } = new("PICTURE_DAMAGED", "The picture cannot be read; take it again.", "图片无法读取；请重新拍摄。");

    /// <summary>The header of a picture that may be decoded, or why it may not.</summary>
    public static Result<PictureHeader> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return TooLarge;
        }

        if (FormatOf(bytes) is not { } format)
        {
            return FormatUnknown;
        }

        var size = format switch
        {
            PictureFormat.Jpeg => JpegSize(bytes),
            PictureFormat.Png => PngSize(bytes),
            PictureFormat.WebP => WebPSize(bytes),
            _ => null,
        };
        if (size is not { } known || known.Width < 1 || known.Height < 1)
        {
            return Damaged;
        }

        return (long)known.Width * known.Height > MaxPixels || known.Width > MaxSide || known.Height > MaxSide
            ? TooManyPixels
            : new PictureHeader(format, known.Width, known.Height);
    }

    private static PictureFormat? FormatOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return PictureFormat.Jpeg;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return PictureFormat.Png;
        }

        return bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8) ? PictureFormat.WebP : null;
    }

    // Markers follow one another, each with its length, up to the frame header (ITU-T T.81, B.2.2).
    private static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length;)
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            // A marker may be filled up with 0xFF before it.
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static (int Width, int Height)? PngSize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 24 || !bytes[12..16].SequenceEqual("IHDR"u8))
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        return ((int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
    }

    // RFC 9649: lossy, lossless, or the canvas of the extended form.
    private static (int Width, int Height)? WebPSize(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30)
        {
            return null;
        }

        var chunk = bytes[12..16];
        if (chunk.SequenceEqual("VP8 "u8))
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF);
        }

        if (chunk.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return chunk.SequenceEqual("VP8X"u8) ? (Three(bytes[24..]) + 1, Three(bytes[27..]) + 1) : null;

        static int Three(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);
    }
}
