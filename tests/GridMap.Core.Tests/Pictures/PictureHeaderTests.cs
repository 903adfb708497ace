using GridMap.Core.Pictures;

namespace GridMap.Core.Tests.Pictures;

public sealed class PictureHeaderTests
{
    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xDB, 0, 3, 9, 0xFF, 0xC2, 0, 17, 8, 0x01, 0x2C, 0x01, 0x90, 3, 0, 0, 0, 0, 0, 0,
    ];

    private static readonly byte[] Lossless = WebP("VP8L", [0x2F, .. BitConverter.GetBytes((uint)(399 | (299 << 14)))]);

    [Fact]
    public void The_size_is_read_before_anything_is_decoded()
    {
        Assert.Equal(new PictureHeader(PictureFormat.Jpeg, 400, 300), PictureHeader.Read(Jpeg).Value);
        Assert.Equal(new PictureHeader(PictureFormat.WebP, 400, 300), PictureHeader.Read(Lossless).Value);
        Assert.Equal(
            new PictureHeader(PictureFormat.WebP, 400, 300), PictureHeader.Read(WebP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x90, 0x01, 0x2C, 0x01])).Value);
        Assert.Equal(new PictureHeader(PictureFormat.WebP, 400, 300), PictureHeader.Read(WebP("VP8X", [0, 0, 0, 0, 0x8F, 0x01, 0, 0x2B, 0x01, 0])).Value);
    }

    [Fact]
    public void Forty_megapixels_are_taken_and_fifty_are_not()
    {
        Assert.False(PictureHeader.Read(WebP("VP8X", [0, 0, 0, 0, .. Three(8_000), .. Three(5_000)])).IsRefused);
        Assert.Equal("PICTURE_TOO_MANY_PIXELS", PictureHeader.Read(WebP("VP8X", [0, 0, 0, 0, .. Three(10_000), .. Three(5_000)])).Refusal?.Code);
        Assert.Equal("PICTURE_TOO_MANY_PIXELS", PictureHeader.Read(WebP("VP8X", [0, 0, 0, 0, .. Three(16_777_216), .. Three(16_777_216)])).Refusal?.Code);
    }

    [Fact]
    public void Whatever_is_cut_off_or_changed_is_read_or_refused_and_never_a_fault()
    {
        var chance = new Random(7);
        foreach (var picture in new[] { Jpeg, Lossless })
        {
            for (var length = 0; length < picture.Length; length++)
            {
                _ = PictureHeader.Read(picture.AsSpan(0, length));
            }

            for (var i = 0; i < 20_000; i++)
            {
                var changed = picture.ToArray();
                changed[chance.Next(changed.Length)] = (byte)chance.Next(256);
                changed[chance.Next(changed.Length)] = (byte)chance.Next(256);
                var read = PictureHeader.Read(changed);
                Assert.True(read.IsRefused || (long)read.Value.Width * read.Value.Height is > 0 and <= PictureHeader.MaxPixels);
            }
        }
    }

    private static byte[] Three(int size) => [(byte)(size - 1), (byte)((size - 1) >> 8), (byte)((size - 1) >> 16)];

    private static byte[] WebP(string chunk, byte[] data) =>
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. System.Text.Encoding.ASCII.GetBytes(chunk), 0, 0, 0, 0, .. data, .. new byte[16]];
}
