using GridMap.Districts.Writing;
using GridMap.Testing;
using Npgsql;

namespace GridMap.Districts.Tests.Writing;

public sealed class DistrictWriterTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset ValidFrom = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<DividedDistrict> Town = new(() => Divide(seed: 1));

    public static TheoryData<string, string> Coherence => new()
    {
        { "every building lies in its atom", "SELECT count(*) FROM building JOIN atom ON atom.id = building.atom_id WHERE NOT ST_Intersects(atom.shape, ST_PointOnSurface(building.footprint)) AND NOT ST_Intersects(atom.shape, ST_Centroid(building.footprint))" },
        { "every atom is in exactly one grid", "SELECT count(*) FROM atom WHERE (SELECT count(*) FROM assignment WHERE assignment.atom_id = atom.id AND upper_inf(valid)) <> 1" },
        { "atoms are assigned to grids only", "SELECT count(*) FROM assignment JOIN area ON area.id = assignment.grid_id WHERE area.level <> 'grid'" },
        { "grid shapes hold the area of their atoms", "SELECT count(*) FROM area_shape JOIN (SELECT grid_id, sum(area_square_meters) AS square_meters FROM atom JOIN assignment ON assignment.atom_id = atom.id GROUP BY grid_id) AS sums ON sums.grid_id = area_id WHERE abs(area_square_meters - square_meters) > 0.001 * square_meters + 1" },
        { "households of grids are those of their buildings", "SELECT count(*) FROM area_shape WHERE level = 'grid' AND households <> (SELECT coalesce(sum(building.households), 0) FROM building JOIN assignment ON assignment.atom_id = building.atom_id WHERE assignment.grid_id = area_shape.area_id)" },
        { "parents hold the sums of their children", "SELECT count(*) FROM area_shape AS parent WHERE level <> 'grid' AND households <> (SELECT sum(child.households) FROM area_shape AS child JOIN area_revision ON area_revision.area_id = child.area_id WHERE area_revision.parent_id = parent.area_id)" },
        { "codes extend the parent's code", "SELECT count(*) FROM current_area AS child JOIN current_area AS parent ON parent.id = child.parent_id WHERE left(child.code, length(parent.code)) <> parent.code OR length(child.code) <> length(parent.code) + 3" },
        { "shapes are valid", "SELECT (SELECT count(*) FROM area_shape WHERE NOT ST_IsValid(shape)) + (SELECT count(*) FROM atom WHERE NOT ST_IsValid(shape))" },
        { "every building has a link or a reason", "SELECT count(*) FROM building WHERE NOT EXISTS (SELECT FROM building_link WHERE building_id = building.id)" },
        { "edges run between their nodes", "SELECT count(*) FROM atom_edge JOIN atom_node AS a ON a.id = start_node_id JOIN atom_node AS b ON b.id = end_node_id WHERE NOT ST_Equals(ST_StartPoint(course), a.position) OR NOT ST_Equals(ST_EndPoint(course), b.position)" },
        { "facilities know the grid they lie in", "SELECT count(*) FROM facility WHERE grid_id IS DISTINCT FROM grid_at(position, now())" },
        { "the next area gets a free id", "SELECT count(*) FROM area WHERE id >= nextval(pg_get_serial_sequence('area', 'id'))" },
    };

    [Theory]
    [MemberData(nameof(Coherence))]
    public async Task The_written_district_is_coherent(string claim, string countBreachesSql)
    {
        await EnsureWrittenAsync();
        Assert.True(await ScalarAsync(countBreachesSql) == 0, claim);
    }

    /// <summary>What `scripts/check-walks` does with the demo district and with real places, here with a town.</summary>
    [Fact]
    public async Task Its_walks_cost_what_pgrouting_says()
    {
        await EnsureWrittenAsync();
        var walks = await PlaceWalks.CompareAsync(database.ConnectionString);
        Assert.Empty(walks.Differences);
        Assert.True(walks is { Edges: > 100, Buildings: > 50, Destinations: > 0 }, walks.ToString());
    }

    [Theory]
    [InlineData("atom")]
    [InlineData("atom_edge")]
    [InlineData("atom_node")]
    [InlineData("assignment")]
    [InlineData("building")]
    [InlineData("building_link")]
    [InlineData("compound")]
    [InlineData("road")]
    [InlineData("road_node")]
    [InlineData("road_edge")]
    [InlineData("area_shape")]
    public async Task Every_row_of_the_model_is_written(string table)
    {
        await EnsureWrittenAsync();
        var town = Town.Value;
        var expected = new Dictionary<string, int>
        {
            ["atom"] = town.Land.Shapes.Length,
            ["atom_edge"] = town.Land.Mosaic.Edges.Length,
            ["atom_node"] = town.Land.Mosaic.Nodes.Length,
            ["assignment"] = town.Land.Shapes.Length,
            ["building"] = town.Draft.Buildings.Count,
            ["building_link"] = town.Draft.Buildings.Count,
            ["compound"] = town.Draft.Compounds.Count,
            ["road"] = town.Draft.Roads.Count,
            ["road_node"] = town.Network.Nodes.Length,
            ["road_edge"] = town.Network.Edges.Length,
            ["area_shape"] = town.Areas.Areas.Count,
        };
        Assert.Equal(expected[table], await ScalarAsync($"SELECT count(*) FROM {table}"));
    }

    [Fact]
    public async Task A_second_district_is_refused_unless_it_replaces_the_first()
    {
        await EnsureWrittenAsync();
        var refused = await WriteAsync(Divide(seed: 2), replace: false);
        Assert.Equal("DISTRICT_EXISTS", refused.Refusal?.Code);
        Assert.Equal(1, await ScalarAsync("SELECT seed FROM place"));

        Assert.False((await WriteAsync(Divide(seed: 2), replace: true)).IsRefused);
        Assert.Equal(2, await ScalarAsync("SELECT seed FROM place"));
        Assert.False((await WriteAsync(Town.Value, replace: true)).IsRefused);
    }

    [Fact]
    public async Task A_failing_chapter_leaves_the_district_as_it_was()
    {
        await EnsureWrittenAsync();
        var before = await ScalarAsync("SELECT count(*) FROM building");
        var failing = new DistrictChapter("坏", "broken", (_, _, _) => throw new InvalidDataException("planted"));
        await Assert.ThrowsAsync<InvalidDataException>(() => WriteAsync(Divide(seed: 3), replace: true, failing));
        Assert.Equal(1, await ScalarAsync("SELECT seed FROM place"));
        Assert.Equal(before, await ScalarAsync("SELECT count(*) FROM building"));
    }

    [Fact]
    public async Task Cancelling_leaves_the_district_as_it_was()
    {
        await EnsureWrittenAsync();
        using var stop = new CancellationTokenSource();
        var cancelling = new DistrictChapter("停", "stop", (_, _, token) => stop.CancelAsync().ContinueWith(_ => token.ThrowIfCancellationRequested(), TaskScheduler.Default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WriteAsync(Divide(seed: 3), replace: true, cancelling, stop.Token));
        Assert.Equal(1, await ScalarAsync("SELECT seed FROM place"));
    }

    [Fact]
    public async Task A_connection_killed_while_writing_leaves_the_district_as_it_was()
    {
        await EnsureWrittenAsync();
        var killing = new DistrictChapter("杀", "kill", async (connection, _, token) =>
        {
            await using var killer = database.DataSource.CreateCommand("SELECT pg_terminate_backend(@pid)");
            killer.Parameters.AddWithValue("pid", connection.ProcessID);
            await killer.ExecuteScalarAsync(token);
        });
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => WriteAsync(Divide(seed: 3), replace: true, killing));
        Assert.Equal(1, await ScalarAsync("SELECT seed FROM place"));
        Assert.Equal(Town.Value.Areas.Areas.Count, await ScalarAsync("SELECT count(*) FROM area"));
    }

    private static DividedDistrict Divide(int seed) => Towns.Divide(seed: seed);

    private async Task EnsureWrittenAsync()
    {
        if (await ScalarAsync("SELECT count(*) FROM place") == 0)
        {
            Assert.False((await WriteAsync(Town.Value, replace: false)).IsRefused);
        }
    }

    private Task<GridMap.Core.Result<DividedDistrict>> WriteAsync(
        DividedDistrict district, bool replace, DistrictChapter? chapter = null, CancellationToken cancellationToken = default) =>
        new DistrictWriter(database.DataSource, chapter is null ? [] : [chapter])
            .RunAsync(district, replace, ValidFrom, new Progress<Progress>(), cancellationToken);

    private async Task<long> ScalarAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
