using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql.NetTopologySuite.Internal;

namespace GridMap.Database.Tests.NetTopologySuite.Internal;

public sealed class EwkbReaderTests
{
    private static readonly EwkbReader Reader = new();

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("0201000000000000000000F03F0000000000000040")] // byte order 2
    [InlineData("0101000000000000000000F03F00000000000000")] // a byte short
    [InlineData("0101000000000000000000F03F000000000000004000")] // a byte too many
    [InlineData("0101000020E61000")] // ends in the SRID
    [InlineData("0100000000")] // type 0
    [InlineData("0108000000FFFFFFFF")] // a curve
    [InlineData("01FFFFFF1F00000000")] // no type at all
    [InlineData("0102000000FFFFFFFF")] // four thousand million coordinates in no bytes
    [InlineData("0102000000FFFFFF7F000000000000F03F0000000000000040")]
    [InlineData("0103000000FFFFFFFF")]
    [InlineData("010300000001000000FFFFFF0F")]
    [InlineData("0104000000FFFFFFFF")]
    [InlineData("0107000000FFFFFF7F0107000000FFFFFF7F")]
    [InlineData("0104000000010000000102000000000000000000000000")] // a line among points
    [InlineData("010600000001000000010700000000000000")] // a collection among polygons
    public void What_is_no_EWKB_is_refused(string hex) => Assert.Throws<ParseException>(() => Reader.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("010200000001000000000000000000F03F0000000000000040")] // a line of one point
    [InlineData("01030000000100000003000000000000000000000000000000000000000000000000000840000000000000000000000000000014400000000000001440")] // an open ring
    public void What_no_geometry_can_be_is_refused(string hex) => Assert.Throws<ArgumentException>(() => Reader.Read(Convert.FromHexString(hex)));

    [Fact]
    public void Collections_lie_in_each_other_as_deep_as_PostGIS_allows_and_no_deeper()
    {
        Assert.IsType<GeometryCollection>(Reader.Read(Nested(EwkbLayout.DepthLimit)));
        Assert.Throws<ParseException>(() => Reader.Read(Nested(EwkbLayout.DepthLimit + 1)));
        Assert.Throws<ParseException>(() => Reader.Read(Nested(1_000_000)));
    }

    [Fact]
    public void A_lie_about_the_count_allocates_nothing()
    {
        var lie = Convert.FromHexString("0102000000FFFFFFFF0000");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ParseException>(() => Reader.Read(lie));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Every_prefix_and_every_flipped_byte_is_refused_or_read_but_never_a_crash()
    {
        // GEOMETRYCOLLECTION(POINT(1 2), MULTIPOLYGON(((0 0,1 0,1 1,0 0))))
        var whole = Convert.FromHexString(
            "0107000020E6100000020000000101000000000000000000F03F00000000000000400106000000010000000103000000010000000400000000000000000000000000000000000000" +
            "000000000000F03F0000000000000000000000000000F03F000000000000F03F00000000000000000000000000000000");
        Assert.Equal(2, Reader.Read(whole).NumGeometries);
        for (var length = 0; length < whole.Length; length++)
        {
            var prefix = whole[..length];
            Assert.Throws<ParseException>(() => Reader.Read(prefix));
        }

        for (var at = 0; at < whole.Length * 256; at++)
        {
            var bent = (byte[])whole.Clone();
            bent[at / 256] = (byte)at;
            var fault = Record.Exception(() => Reader.Read(bent));
            Assert.True(fault is null or ParseException or ArgumentException, $"{fault}");
        }
    }

    [Fact]
    public void A_tree_too_deep_for_PostGIS_is_refused_before_it_is_written()
    {
        Geometry geometry = new Point(1, 2);
        for (var i = 0; i < 100_000; i++)
        {
            geometry = new GeometryCollection([geometry]);
        }

        Assert.Throws<ArgumentException>(() => EwkbLayout.Of(geometry));
    }

    private static byte[] Nested(int depth)
    {
        byte[] collectionOfOne = [1, 7, 0, 0, 0, 1, 0, 0, 0];
        byte[] emptyCollection = [1, 7, 0, 0, 0, 0, 0, 0, 0];
        return [.. Enumerable.Repeat(collectionOfOne, depth - 1).SelectMany(bytes => bytes), .. emptyCollection];
    }
}
