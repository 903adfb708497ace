using GridMap.Testing;

namespace GridMap.Platform.Tests.Tiles;

/// <summary>Where half a pixel is too coarse for what lies there, chains are refined until every area is whole.</summary>
public sealed class ChainRefinementTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    // Area 1 is a square of 5 km, area 2 a lens 40 m wide on its northern side: at zoom 9 half a pixel is 76 m.
    private const string Lens = """
        TRUNCATE tile_chain, tile_area;
        INSERT INTO tile_chain (level, rank, zoom, id, left_area_id, right_area_id, tolerance_meters, course)
        VALUES
            ('grid', 'district', 14, 1, 1, NULL, 0, ST_GeomFromText('LINESTRING(0 0, 0 -5000, 5000 -5000, 5000 0)', 3857)),
            ('grid', 'grid', 14, 2, 1, 2, 0, ST_GeomFromText('LINESTRING(0 0, 2500 -20, 5000 0)', 3857)),
            ('grid', 'district', 14, 3, 2, NULL, 0, ST_GeomFromText('LINESTRING(0 0, 2500 20, 5000 0)', 3857));
        SELECT build_tile_areas('grid', 14, NULL);
        """;

    // Area 2 is an island of 60 m inside area 1.
    private const string Island = """
        TRUNCATE tile_chain, tile_area;
        INSERT INTO tile_chain (level, rank, zoom, id, left_area_id, right_area_id, tolerance_meters, course)
        VALUES
            ('grid', 'district', 14, 1, 1, NULL, 0, ST_GeomFromText('LINESTRING(0 0, 0 5000, 5000 5000, 5000 0, 0 0)', 3857)),
            ('grid', 'grid', 14, 2, 1, 2, 0, ST_GeomFromText('LINESTRING(100 100, 160 100, 160 160, 100 160, 100 100)', 3857));
        SELECT build_tile_areas('grid', 14, NULL);
        """;

    [Theory]
    [InlineData(Lens)]
    [InlineData(Island)]
    public async Task An_area_thinner_than_the_tolerance_stays_whole_and_leaves_no_gap(string land)
    {
        await ExecuteAsync(land);
        await ExecuteAsync("SELECT simplify_tile_chains('grid', 14, 9, NULL)");
        await using var command = database.DataSource.CreateCommand("""
            SELECT count(*), bool_and(ST_IsValid(shape)), sum(ST_Area(shape)), (SELECT ST_Area(ST_BuildArea(ST_Collect(course))) FROM tile_chain WHERE zoom = 9 AND right_area_id IS NULL)
            FROM tile_area
            WHERE zoom = 9
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.Equal((2L, true), (reader.GetInt64(0), reader.GetBoolean(1)));
        Assert.Equal(reader.GetDouble(3), reader.GetDouble(2), 1e-3);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
