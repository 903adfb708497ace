using GridMap.Testing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;
using Npgsql;
using Npgsql.TypeMapping;
using NpgsqlTypes;

namespace GridMap.Database.Tests.NetTopologySuite;

public sealed class NpgsqlNetTopologySuiteExtensionsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Point Gate = new(113.3, 40.1) { SRID = 4326 };

    [Fact]
    public async Task Every_subtype_is_a_parameter_by_its_own_type()
    {
        var ring = new LinearRing([new(0, 0), new(1, 0), new(1, 1), new(0, 0)]);
        Geometry[] each =
        [
            Gate, new LineString([new(0, 0), new(1, 1)]), ring, new Polygon(ring), new MultiPoint([Gate]),
            new MultiLineString([ring]), new MultiPolygon([new Polygon(ring)]), new GeometryCollection([Gate]),
        ];
        string[] types = ["POINT", "LINESTRING", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION"];
        for (var i = 0; i < each.Length; i++)
        {
            Assert.Equal(types[i], await ScalarAsync("SELECT GeometryType($1)", new NpgsqlParameter { Value = each[i] }));
        }
    }

    [Fact]
    public async Task A_typed_parameter_and_a_typed_column_need_no_box()
    {
        await using var command = database.DataSource.CreateCommand("SELECT $1");
        command.Parameters.Add(new NpgsqlParameter<Point> { TypedValue = Gate });
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        Assert.Equal(typeof(Geometry), reader.GetFieldType(0));
        Assert.Equal(Gate, await reader.GetFieldValueAsync<Point>(0));
        Assert.Equal(Gate, reader.GetFieldValue<Geometry>(0));
        Assert.Equal(Gate, reader.GetFieldValue<object>(0));
        Assert.Equal(Gate, reader.GetValue(0));
    }

    [Fact]
    public async Task A_column_of_another_geometry_type_is_an_invalid_cast_and_the_connection_lives_on()
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT 'LINESTRING(0 0,1 1)'::geometry, 7", connection);
        await using (var reader = await command.ExecuteReaderAsync())
        {
            Assert.True(await reader.ReadAsync());
            Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<Point>(0));
            Assert.Equal(7, reader.GetInt32(1));
        }

        Assert.NotNull(await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Nulls_are_nulls_as_parameter_as_column_and_in_arrays()
    {
        Assert.Equal(true, await ScalarAsync("SELECT $1::geometry IS NULL", new NpgsqlParameter { Value = DBNull.Value }));
        Assert.Equal(true, await ScalarAsync("SELECT $1 IS NULL", new NpgsqlParameter<Geometry?> { TypedValue = null }));
        Assert.Equal(DBNull.Value, await ScalarAsync("SELECT NULL::geometry"));
        var array = Assert.IsType<Geometry[]>(await ScalarAsync("SELECT $1", new NpgsqlParameter { Value = new Geometry?[] { null, Gate, null } }));
        Assert.Equal(new Geometry?[] { null, Gate, null }, array);
    }

    [Fact]
    public async Task Arrays_and_lists_go_both_ways()
    {
        await using var command = database.DataSource.CreateCommand("SELECT $1, $2, ARRAY[]::geometry[]");
        command.Parameters.Add(new() { Value = new[] { Gate, Gate } });
        command.Parameters.Add(new() { Value = new List<Geometry> { Gate, new LineString([new(0, 0), new(1, 1)]) } });
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        Assert.Equal([Gate, Gate], reader.GetFieldValue<Point[]>(0));
        Assert.IsType<LineString>(reader.GetFieldValue<List<Geometry>>(1)[1]);
        Assert.Empty(reader.GetFieldValue<Geometry[]>(2));
    }

    [Fact]
    public async Task Geography_is_read_and_written_like_geometry()
    {
        var parameter = new NpgsqlParameter { Value = Gate, DataTypeName = "geography" };
        Assert.Equal("geography", await ScalarAsync("SELECT pg_typeof($1)::text", parameter));
        Assert.Equal(Gate, await ScalarAsync("SELECT 'SRID=4326;POINT(113.3 40.1)'::geography"));
        var array = new NpgsqlParameter { Value = new Geometry[] { Gate }, DataTypeName = "geography[]" };
        Assert.Equal(new Geometry[] { Gate }, await ScalarAsync("SELECT $1", array));
    }

    [Theory]
    [InlineData(false, "geometry")]
    [InlineData(true, "geography")]
    public async Task The_default_type_of_a_parameter_is_chosen_at_set_up(bool geographyAsDefault, string expected)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(database.ConnectionString);
        builder.UseNetTopologySuite(geographyAsDefault: geographyAsDefault);
        await using var source = builder.Build();
        await using var command = source.CreateCommand("SELECT pg_typeof($1)::text");
        command.Parameters.Add(new() { Value = Gate });
        Assert.Equal(expected, await command.ExecuteScalarAsync());
    }

    [Fact]
    public void The_surface_is_that_of_the_package()
    {
        INpgsqlTypeMapper mapper = new NpgsqlDataSourceBuilder("Host=unused");
        Assert.Same(mapper, mapper.UseNetTopologySuite(null, null, Ordinates.XY, false));
        Assert.Equal("Npgsql", typeof(NpgsqlNetTopologySuiteExtensions).Namespace);
    }

    [Fact]
    public async Task Ordinates_that_are_not_handled_are_dropped_when_read()
    {
        var point = Assert.IsType<Point>(await ScalarAsync("SELECT 'POINT(1 2 3 4)'::geometry"));
        Assert.Equal(2, point.CoordinateSequence.Dimension);
        Assert.Equal((1, 2), (point.X, point.Y));
    }

    [Fact]
    public async Task A_Z_is_refused_by_a_column_that_has_none()
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("CREATE TEMP TABLE flat (place geometry (Point, 4326))", connection);
        await command.ExecuteNonQueryAsync();
        command.CommandText = "INSERT INTO flat VALUES ($1)";
        command.Parameters.Add(new() { Value = new Point(1, 2, 3) { SRID = 4326 } });
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Contains("Z dimension", refused.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Z_without_a_number_is_no_Z() =>
        Assert.Equal("POINT(1 2)", await ScalarAsync("SELECT ST_AsEWKT($1)", new NpgsqlParameter { Value = new Point(new CoordinateZ(1, 2)) }));

    [Fact]
    public async Task The_precision_model_and_the_sequence_factory_are_used()
    {
        var builder = new NpgsqlDataSourceBuilder(database.ConnectionString);
        builder.UseNetTopologySuite(PackedCoordinateSequenceFactory.DoubleFactory, new PrecisionModel(10), Ordinates.XYZ);
        await using var source = builder.Build();
        await using var command = source.CreateCommand("SELECT 'LINESTRING(0.123 0.456 0.789,1 1 1)'::geometry");
        var line = Assert.IsType<LineString>(await command.ExecuteScalarAsync());
        Assert.IsType<PackedDoubleCoordinateSequence>(line.CoordinateSequence);
        Assert.Equal(10, line.PrecisionModel.Scale);
        Assert.Equal((0.1, 0.5, 0.789), (line.GetCoordinateN(0).X, line.GetCoordinateN(0).Y, line.GetCoordinateN(0).Z));
    }

    [Fact]
    public async Task A_geometry_is_no_text_and_text_is_no_geometry()
    {
        await Assert.ThrowsAsync<InvalidCastException>(
            () => ScalarAsync("SELECT $1", new NpgsqlParameter { Value = Gate, NpgsqlDbType = NpgsqlDbType.Text }));
        await Assert.ThrowsAsync<InvalidCastException>(
            () => ScalarAsync("SELECT $1", new NpgsqlParameter { Value = "POINT(1 2)", DataTypeName = "geometry" }));
        await using var command = database.DataSource.CreateCommand("SELECT 'POINT(1 2)'::text, 'POINT(1 2)'::geometry");
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        Assert.Throws<InvalidCastException>(() => reader.GetFieldValue<Point>(0));
        Assert.Throws<InvalidCastException>(() => reader.GetString(1));
    }

    [Theory]
    [InlineData("CIRCULARSTRING(0 0,1 1,2 0)")]
    [InlineData("CURVEPOLYGON((0 0,1 1,2 0,0 0))")]
    [InlineData("TIN(((0 0,1 0,1 1,0 0)))")]
    public async Task A_curve_is_refused_with_the_remedy_and_the_connection_lives_on(string ewkt)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT ST_GeomFromEWKT($1)", connection);
        command.Parameters.Add(new() { Value = ewkt });
        var refused = await Assert.ThrowsAsync<global::NetTopologySuite.IO.ParseException>(() => command.ExecuteScalarAsync());
        Assert.Contains("ST_CurveToLine", refused.Message, StringComparison.Ordinal);
        command.Parameters[0].Value = "POINT(1 2)";
        Assert.IsType<Point>(await command.ExecuteScalarAsync());
    }

    private async Task<object?> ScalarAsync(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteScalarAsync();
    }
}
