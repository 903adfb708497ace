using GridMap.Testing;
using NetTopologySuite.Geometries;
using Npgsql;
using Npgsql.NetTopologySuite.Internal;

namespace GridMap.Database.Tests.NetTopologySuite;

public sealed class GeometryRoundTripTests : IClassFixture<TestDatabase>, IDisposable
{
    private readonly NpgsqlDataSource _database;

    public GeometryRoundTripTests(TestDatabase database)
    {
        var builder = new NpgsqlDataSourceBuilder(database.ConnectionString);
        _database = builder.UseNetTopologySuite().Build();
    }

    public void Dispose() => _database.Dispose();

    [Theory]
    [MemberData(nameof(EwktExamples.All), MemberType = typeof(EwktExamples))]
    public async Task What_PostGIS_says_is_read_and_what_is_written_PostGIS_reads_the_same(string ewkt)
    {
        var read = await ReadAsync(ewkt);

        await using var command = _database.CreateCommand("SELECT ST_AsEWKB($1, 'XDR') = ST_AsEWKB(ST_GeomFromEWKT($2), 'XDR'), ST_AsEWKT($1)");
        command.Parameters.Add(new() { Value = read });
        command.Parameters.Add(new() { Value = ewkt });
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        Assert.True(reader.GetBoolean(0), $"PostGIS was sent {reader.GetString(1)}");
    }

    [Theory]
    [MemberData(nameof(EwktExamples.All), MemberType = typeof(EwktExamples))]
    public async Task Both_byte_orders_of_PostGIS_are_read_alike(string ewkt)
    {
        await using var command = _database.CreateCommand("SELECT ST_AsEWKB(ST_GeomFromEWKT($1), 'NDR'), ST_AsEWKB(ST_GeomFromEWKT($1), 'XDR')");
        command.Parameters.Add(new() { Value = ewkt });
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        var ewkb = new EwkbReader();
        AssertSame(ewkb.Read(reader.GetFieldValue<byte[]>(0)), ewkb.Read(reader.GetFieldValue<byte[]>(1)));
    }

    [Theory]
    [InlineData("POINT EMPTY", typeof(Point))]
    [InlineData("SRID=3857;POINT(1 2)", typeof(Point))]
    [InlineData("LINESTRING(0 0,1 1)", typeof(LineString))]
    [InlineData("POLYGON((0 0,1 0,1 1,0 0))", typeof(Polygon))]
    [InlineData("MULTIPOINT((1 2))", typeof(MultiPoint))]
    [InlineData("MULTILINESTRING((0 0,1 1))", typeof(MultiLineString))]
    [InlineData("MULTIPOLYGON(((0 0,1 0,1 1,0 0)))", typeof(MultiPolygon))]
    [InlineData("GEOMETRYCOLLECTION(POINT(1 2))", typeof(GeometryCollection))]
    public async Task Each_type_is_read_as_itself(string ewkt, Type expected) => Assert.IsType(expected, await ReadAsync(ewkt));

    [Fact]
    public async Task The_SRID_is_kept_and_reaches_the_parts()
    {
        var collection = Assert.IsType<MultiPoint>(await ReadAsync("SRID=3857;MULTIPOINT((1 2),(3 4))"));
        Assert.Equal(3857, collection.SRID);
        Assert.All(collection.Geometries, point => Assert.Equal(3857, point.SRID));
    }

    [Fact]
    public async Task An_empty_point_is_empty_not_a_point_of_NaN()
    {
        var point = Assert.IsType<Point>(await ReadAsync("SRID=4326;POINT EMPTY"));
        Assert.True(point.IsEmpty);
        Assert.Equal(4326, point.SRID);
    }

    [Fact]
    public async Task Z_and_M_are_told_apart()
    {
        var measured = (Point)await ReadAsync("POINTM(1 2 3)");
        var lifted = (Point)await ReadAsync("POINT(1 2 3)");
        Assert.Equal((double.NaN, 3), (measured.Z, measured.M));
        Assert.Equal((3, double.NaN), (lifted.Z, lifted.M));
    }

    [Fact]
    public async Task Random_geometries_survive_the_round_trip()
    {
        const int seed = 20261121;
        var random = new RandomGeometry(seed);
        for (var i = 0; i < 500; i++)
        {
            var sent = random.Next();
            await using var command = _database.CreateCommand("SELECT $1, ST_AsEWKB($1, 'NDR'), ST_NPoints($1), ST_SRID($1)");
            command.Parameters.Add(new() { Value = sent });
            await using var reader = await command.ExecuteReaderAsync();
            Assert.True(await reader.ReadAsync());
            AssertSame(sent, reader.GetFieldValue<Geometry>(0));
            AssertSame(sent, new EwkbReader().Read(reader.GetFieldValue<byte[]>(1)));
            Assert.Equal(sent.NumPoints, reader.GetInt32(2));
            Assert.Equal(sent.SRID, reader.GetInt32(3));
        }
    }

    private static void AssertSame(Geometry expected, Geometry actual)
    {
        Assert.Equal(expected.GetType(), actual.GetType());
        Assert.Equal(expected.SRID, actual.SRID);
        Assert.Equal(Ordinates(expected), Ordinates(actual));
        Assert.True(expected.EqualsExact(actual), $"{expected} is not {actual}");
    }

    // EqualsExact looks at X and Y only.
    private static double[] Ordinates(Geometry geometry) => [.. geometry.Coordinates.SelectMany(at => new[] { at.X, at.Y, at.Z, at.M })];

    private async Task<Geometry> ReadAsync(string ewkt)
    {
        await using var command = _database.CreateCommand("SELECT ST_GeomFromEWKT($1)");
        command.Parameters.Add(new() { Value = ewkt });
        return (Geometry)(await command.ExecuteScalarAsync())!;
    }
}
