using System.Text.Json;
using GridMap.Testing;

namespace GridMap.Server.Tests.Network;

public sealed class ReadNetworkTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string TwoEdgesAndOneGrid = """
        INSERT INTO area (id, level) VALUES (1, 'grid');
        INSERT INTO area_shape (area_id, level, shape, label_point, area_square_meters, households, persons, elders, buildings)
        VALUES (1, 'grid', ST_Multi(ST_MakeEnvelope(113.30, 40.00, 113.31, 40.01, 4326)), ST_Point(113.305, 40.005, 4326), 1, 0, 0, 0, 0);
        INSERT INTO network_version (id, source) VALUES (1, 'test');
        INSERT INTO road_node (id, position) VALUES (1, ST_Point(113.301, 40.005, 4326)), (2, ST_Point(113.302, 40.005, 4326)), (3, ST_Point(113.33, 40.005, 4326));
        INSERT INTO road_edge (id, network_version_id, start_node_id, end_node_id, class, name, length_meters, walk_forward_seconds, walk_backward_seconds, course)
        VALUES (1, 1, 1, 2, 'residential', '解放路', 85, 71, 71, ST_GeomFromText('LINESTRING(113.301 40.005, 113.302 40.005)', 4326)),
               (2, 1, 2, 3, 'footway', NULL, 900, 750, NULL, ST_GeomFromText('LINESTRING(113.32 40.005, 113.33 40.005)', 4326)),
               (3, 1, 2, 3, 'motorway', NULL, 900, NULL, NULL, ST_GeomFromText('LINESTRING(113.32 40.005, 113.33 40.005)', 4326));
        """;

    [Fact]
    public async Task Each_walkable_edge_is_one_line_with_its_grid_and_course()
    {
        await using var command = database.DataSource.CreateCommand(TwoEdgesAndOneGrid);
        await command.ExecuteNonQueryAsync();
        await using var server = await TestServer.StartAsync(database);

        var lines = (await server.Client.GetStringAsync(new Uri("/api/network", UriKind.Relative))).Trim().Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Equal("""[1,1,2,"residential","解放路",1,[1133010000,400050000,1133020000,400050000]]""", Compact(lines[0]));
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(lines[1]).RootElement[5].ValueKind);
    }

    private static string Compact(string json) => json.Replace(" ", "", StringComparison.Ordinal);
}
