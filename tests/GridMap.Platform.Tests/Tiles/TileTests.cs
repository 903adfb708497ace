using System.Security.Cryptography;
using System.Text;
using GridMap.Platform.Tiles;
using Microsoft.Extensions.Primitives;

namespace GridMap.Platform.Tests.Tiles;

public sealed class TileTests
{
    private static readonly byte[] Small = Encoding.ASCII.GetBytes(new string('a', 10_000));

    [Fact]
    public void A_small_tile_goes_plain_first_and_compressed_when_it_is_asked_for_again()
    {
        var tile = Tile.Of(Small);
        Assert.Same(tile.Plain, tile.Send(takesGzip: true));
        var again = tile.Send(takesGzip: true);
        Assert.Equal("gzip", again.Encoding);
        Assert.True(again.Bytes.Length < Small.Length);
        Assert.Same(again, tile.Send(takesGzip: true));
    }

    [Fact]
    public void A_large_tile_is_compressed_at_once() =>
        Assert.Equal("gzip", Tile.Of(RandomNumberGenerator.GetBytes(30_000)).Send(takesGzip: true).Encoding);

    [Fact]
    public void Who_takes_no_gzip_gets_none()
    {
        var tile = Tile.Of(RandomNumberGenerator.GetBytes(30_000));
        Assert.Same(tile.Plain, tile.Send(takesGzip: false));
        Assert.Same(tile.Plain, tile.Send(takesGzip: false));
    }

    [Fact]
    public void Either_body_a_client_holds_is_found_by_its_tag()
    {
        var tile = Tile.Of(Small);
        var (plain, compressed) = (tile.Send(takesGzip: true).ETag, tile.Send(takesGzip: true).ETag);
        Assert.NotEqual(plain, compressed);
        Assert.Equal(plain, tile.FindHeld(plain));
        Assert.Equal(compressed, tile.FindHeld(compressed));
        Assert.Equal(StringValues.Empty, tile.FindHeld("\"other\""));
        Assert.Equal(StringValues.Empty, tile.FindHeld(StringValues.Empty));
    }
}
