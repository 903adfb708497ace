using GridMap.Platform.Tiles;

namespace GridMap.Platform.Tests.Tiles;

public sealed class AcceptedEncodingTests
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("gzip, deflate, br, zstd")]
    [InlineData("br;q=1.0, gzip;q=0.001")]
    [InlineData("br ,gzip ; q=1")]
    [InlineData("*")]
    [InlineData("identity, *;q=0.5")]
    public void Gzip_is_taken(string header) => Assert.True(AcceptedEncoding.TakesGzip(header));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("identity")]
    [InlineData("br")]
    [InlineData("gzip;q=0")]
    [InlineData("gzip;q=0.000, *")]
    [InlineData("*;q=0")]
    [InlineData("gzip;q=rubbish")]
    [InlineData("gzipped")]
    public void Gzip_is_not_taken(string? header) => Assert.False(AcceptedEncoding.TakesGzip(header));
}
