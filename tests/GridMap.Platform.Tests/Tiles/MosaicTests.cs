namespace GridMap.Platform.Tests.Tiles;

/// <summary>The drawn mosaic has no gap and no overlap at any zoom, whether made whole or piece by piece.</summary>
public sealed class MosaicTests(TileTown town) : IClassFixture<TileTown>
{
    private const string Fingerprint = """
        SELECT md5(string_agg(zoom || ' ' || area_id || ' ' || ST_AsText(ST_Normalize(shape)), ';' ORDER BY zoom, area_id)) FROM tile_area
        """;

    [Fact]
    public async Task At_every_zoom_the_areas_of_a_level_fill_exactly_what_their_outer_chains_enclose()
    {
        var worst = await town.AskAsync<double>("""
            WITH filled AS (
                SELECT zoom, level, sum(ST_Area(shape)) AS surface FROM tile_area GROUP BY zoom, level
            ),
            enclosed AS (
                SELECT zoom, level, ST_Area(ST_BuildArea(ST_Collect(course))) AS surface
                FROM tile_chain
                WHERE left_area_id IS NULL OR right_area_id IS NULL
                GROUP BY zoom, level
            )
            SELECT max(abs(filled.surface / enclosed.surface - 1)) FROM filled FULL JOIN enclosed USING (zoom, level)
            """);
        Assert.InRange(worst, 0, 1e-9);
    }

    [Fact]
    public async Task No_two_areas_of_a_level_overlap_at_any_zoom() => Assert.Equal(0L, await town.AskAsync<long>("""
        SELECT count(*)
        FROM tile_area AS one
        JOIN tile_area AS other ON other.zoom = one.zoom AND other.level = one.level AND other.area_id > one.area_id
            AND ST_Relate(one.shape, other.shape, '2********')
        """));

    [Fact]
    public async Task Both_neighbours_use_every_chain_point_for_point() => Assert.Equal(0L, await town.AskAsync<long>("""
        SELECT count(*)
        FROM tile_chain
        CROSS JOIN LATERAL unnest(ARRAY[left_area_id, right_area_id]) AS side (area_id)
        JOIN tile_area ON tile_area.area_id = side.area_id AND tile_area.zoom = tile_chain.zoom
        WHERE EXISTS (
            SELECT FROM ST_DumpPoints(tile_chain.course) AS vertex
            WHERE NOT EXISTS (SELECT FROM ST_DumpPoints(tile_area.shape) AS corner WHERE corner.geom = vertex.geom)
        )
        """));

    [Fact]
    public async Task Every_area_is_there_valid_and_whole_at_every_zoom() => Assert.Equal(0L, await town.AskAsync<long>("""
        SELECT count(*)
        FROM current_area
        JOIN (SELECT DISTINCT level, zoom FROM tile_chain) AS drawn ON drawn.level = current_area.level
        JOIN area_shape ON area_shape.area_id = current_area.id
        LEFT JOIN tile_area ON tile_area.area_id = current_area.id AND tile_area.zoom = drawn.zoom
        WHERE tile_area.shape IS NULL OR NOT ST_IsValid(tile_area.shape) OR ST_NRings(tile_area.shape) <> ST_NRings(area_shape.shape)
        """));

    [Fact]
    public async Task Zoom_fourteen_is_the_land_itself() => Assert.Equal(0L, await town.AskAsync<long>("""
        SELECT count(*)
        FROM area_shape
        JOIN tile_area ON tile_area.area_id = area_shape.area_id AND tile_area.zoom = 14
        WHERE ST_Area(ST_SymDifference(ST_Transform(area_shape.shape, 3857), tile_area.shape)) > 1e-3
        """));

    [Fact]
    public async Task A_lower_zoom_has_fewer_points()
    {
        var exact = await town.AskAsync<long>("SELECT sum(ST_NPoints(course)) FROM tile_chain WHERE level = 'grid' AND zoom = 14");
        var coarse = await town.AskAsync<long>("SELECT sum(ST_NPoints(course)) FROM tile_chain WHERE level = 'grid' AND zoom = 9");
        Assert.InRange(coarse, 1, exact / 3);
    }

    [Fact]
    public async Task A_moved_boundary_redrawn_alone_gives_the_same_map_as_redrawing_everything()
    {
        var changed = new TileTown();
        await changed.InitializeAsync();
        var before = await changed.AskAsync<string>(Fingerprint);
        await changed.ExecuteAsync("""
            UPDATE assignment SET grid_id = 13 WHERE atom_id = 204;
            SELECT refresh_tile_areas('{10, 11, 13, 4, 5}');
            """);
        var piecemeal = await changed.AskAsync<string>(Fingerprint);
        await changed.ExecuteAsync("SELECT refresh_tile_areas()");
        Assert.NotEqual(before, piecemeal);
        Assert.Equal(await changed.AskAsync<string>(Fingerprint), piecemeal);
        await changed.DisposeAsync();
    }

    [Fact]
    public async Task Redrawing_what_has_not_changed_makes_no_tile_stale() =>
        Assert.Equal(0L, await town.AskAsync<long>("SELECT count(*) FROM refresh_tile_areas('{10, 11, 4, 2, 1}')"));

    [Fact]
    public async Task Tiles_go_stale_wherever_an_area_is_drawn_otherwise_and_not_everywhere()
    {
        var changed = new TileTown();
        await changed.InitializeAsync();
        await changed.ExecuteAsync("""
            CREATE TABLE drawn AS SELECT zoom, area_id, shape FROM tile_area;
            UPDATE assignment SET grid_id = 13 WHERE atom_id = 204;
            CREATE TABLE stale AS SELECT level, ST_Transform(place, 3857) AS place FROM refresh_tile_areas('{10, 11, 13, 4, 5}');
            """);
        Assert.Equal(0.0, await changed.AskAsync<double>("""
            SELECT coalesce(max(ST_Area(ST_Difference(ST_SymDifference(drawn.shape, tile_area.shape), (SELECT ST_Buffer(ST_Union(place), 0.01) FROM stale)))), 0)
            FROM drawn
            JOIN tile_area USING (zoom, area_id)
            """));
        Assert.True(await changed.AskAsync<bool>("""
            SELECT ST_Area(ST_Union(place)) < 0.7 * (SELECT ST_Area(ST_Envelope(shape)) FROM tile_area WHERE area_id = 1 AND zoom = 14)
            FROM stale
            """));
        await changed.DisposeAsync();
    }
}
