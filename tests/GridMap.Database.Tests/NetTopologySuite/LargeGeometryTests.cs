using System.Data;
using GridMap.Testing;
using NetTopologySuite.Geometries;
using Npgsql;

namespace GridMap.Database.Tests.NetTopologySuite;

/// <summary>Values many times larger than Npgsql's buffers, in the ways a value can travel.</summary>
public sealed class LargeGeometryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int PointCount = 100_000;

    private static readonly LineString Coast = new([.. Enumerable.Range(0, PointCount).Select(i => new Coordinate(i * 0.001, Math.Sin(i)))]) { SRID = 4326 };

    // One part ends at every possible place of the buffer.
    private static readonly MultiPoint Stars = new([.. Enumerable.Range(0, 5_000).Select(i => new Point(i, -i))]) { SRID = 4326 };

    [Theory]
    [InlineData(CommandBehavior.Default)]
    [InlineData(CommandBehavior.SequentialAccess)]
    public async Task They_go_both_ways_asynchronously(CommandBehavior behavior)
    {
        await using var command = database.DataSource.CreateCommand("SELECT $1, ST_NPoints($1), $2");
        command.Parameters.Add(new() { Value = Coast });
        command.Parameters.Add(new() { Value = Stars });
        await using var reader = await command.ExecuteReaderAsync(behavior);
        Assert.True(await reader.ReadAsync());
        Assert.True(Coast.EqualsExact(await reader.GetFieldValueAsync<Geometry>(0)));
        Assert.Equal(PointCount, reader.GetInt32(1));
        Assert.True(Stars.EqualsExact(await reader.GetFieldValueAsync<MultiPoint>(2)));
    }

    [Fact]
    public void They_go_both_ways_synchronously()
    {
        using var command = database.DataSource.CreateCommand("SELECT $1, ST_NPoints($1), $2");
        command.Parameters.Add(new() { Value = Coast });
        command.Parameters.Add(new() { Value = Stars });
        using var reader = command.ExecuteReader(CommandBehavior.SequentialAccess);
        Assert.True(reader.Read());
        Assert.True(Coast.EqualsExact(reader.GetFieldValue<Geometry>(0)));
        Assert.Equal(PointCount, reader.GetInt32(1));
        Assert.True(Stars.EqualsExact(reader.GetFieldValue<MultiPoint>(2)));
    }

    [Fact]
    public async Task They_go_both_ways_in_arrays()
    {
        await using var command = database.DataSource.CreateCommand("SELECT $1");
        command.Parameters.Add(new() { Value = new Geometry[] { Coast, Stars } });
        var back = Assert.IsType<Geometry[]>(await command.ExecuteScalarAsync());
        Assert.True(Coast.EqualsExact(back[0]));
        Assert.True(Stars.EqualsExact(back[1]));
    }

    [Fact]
    public async Task Binary_COPY_carries_them_in_and_out_with_nulls_between()
    {
        Geometry?[] rows = [Coast, null, new Point(1, 2) { SRID = 4326 }, Point.Empty, Stars, new GeometryCollection([]) { SRID = 4326 }];
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var create = new NpgsqlCommand("CREATE TEMP TABLE copied (id integer, shape geometry (Geometry, 4326), shapes geometry[])", connection);
        await create.ExecuteNonQueryAsync();
        await using (var writer = await connection.BeginBinaryImportAsync("COPY copied FROM STDIN (FORMAT BINARY)"))
        {
            for (var i = 0; i < rows.Length; i++)
            {
                await writer.StartRowAsync();
                await writer.WriteAsync(i);
                await writer.WriteAsync(rows[i]!);
                await writer.WriteAsync(new[] { rows[i] });
            }

            Assert.Equal((ulong)rows.Length, await writer.CompleteAsync());
        }

        await using var reader = await connection.BeginBinaryExportAsync("COPY (SELECT shape, shapes FROM copied ORDER BY id) TO STDOUT (FORMAT BINARY)");
        foreach (var row in rows)
        {
            Assert.Equal(2, await reader.StartRowAsync());
            Assert.Equal(row, reader.IsNull ? await SkipAsync(reader) : await reader.ReadAsync<Geometry>());
            Assert.Equal(row, (await reader.ReadAsync<Geometry?[]>())[0]);
        }

        Assert.Equal(-1, await reader.StartRowAsync());
    }

    private static async Task<Geometry?> SkipAsync(NpgsqlBinaryExporter reader)
    {
        await reader.SkipAsync();
        return null;
    }
}
