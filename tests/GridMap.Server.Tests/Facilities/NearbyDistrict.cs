using GridMap.Testing;

namespace GridMap.Server.Tests.Facilities;

/// <summary>Two streets that meet only at their far end: what is near in a straight line is far on foot.</summary>
internal sealed class NearbyDistrict : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private NearbyDistrict(TestDatabase database, TestServer server) => (_database, Server) = (database, server);

    public TestServer Server { get; }

    public static async Task<NearbyDistrict> StartAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await using var command = database.DataSource.CreateCommand("""
            INSERT INTO network_version (id, source) VALUES (1, 'test');
            INSERT INTO road_node (id, position)
            VALUES (1, ST_SetSRID(ST_MakePoint(113.001, 40.001), 4326)), (2, ST_SetSRID(ST_MakePoint(113.006, 40.001), 4326)), (3, ST_SetSRID(ST_MakePoint(113.002, 40.001), 4326));
            INSERT INTO road_edge (id, network_version_id, start_node_id, end_node_id, class, length_meters, walk_forward_seconds, walk_backward_seconds, course)
            VALUES
                (1, 1, 1, 2, 'residential', 426, 500, 500, ST_GeomFromText('LINESTRING(113.001 40.001, 113.006 40.001)', 4326)),
                (2, 1, 2, 3, 'residential', 426, 500, 500, ST_GeomFromText('LINESTRING(113.006 40.001, 113.004 40.003, 113.002 40.001)', 4326));
            INSERT INTO facility_kind (code, name, name_en) VALUES ('station', '站', 'Station');
            INSERT INTO facility (id, code, kind, name, address, opening_hours, capacity, status, position)
            VALUES
                (1, 'ROUND', 'station', '远', '路', '24/7', 1, 'open', ST_SetSRID(ST_MakePoint(113.006, 40.001), 4326)),
                (2, 'ACROSS', 'station', '近', '路', '24/7', 1, 'open', ST_SetSRID(ST_MakePoint(113.002, 40.001), 4326)),
                (3, 'ISLAND', 'station', '岛', '路', '24/7', 1, 'open', ST_SetSRID(ST_MakePoint(113.003, 40.001), 4326));
            INSERT INTO facility_link (facility_id, road_edge_id, fraction, off_road_meters) VALUES (1, 1, 1, 0), (2, 2, 1, 0);
            """);
        await command.ExecuteNonQueryAsync();
        return new NearbyDistrict(database, await TestServer.StartAsync(database));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _database.DisposeAsync();
    }
}
