using GridMap.GraphQL.Http;
using GridMap.GraphQL.Http.Limits;
using GridMap.Platform.Access;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests;

/// <summary>What hangs on many costs as many SQL statements as what hangs on few.</summary>
public sealed class NestedListsTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly TestDatabase _database = new();
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        // A district of 10 communities with 50 grids each, side by side, and a facility with two services in every grid.
        await using var command = _database.DataSource.CreateCommand("""
            INSERT INTO area (id, level) SELECT 1, 'district' UNION ALL SELECT 2, 'subdistrict';
            INSERT INTO area (id, level) SELECT 100 + number, 'community' FROM generate_series(1, 10) AS number;
            INSERT INTO area (id, level) SELECT 1000 + number, 'grid' FROM generate_series(0, 499) AS number;
            INSERT INTO area_revision (area_id, valid, code, name, parent_id)
            SELECT 1, '[2025-01-01,)'::tstzrange, '140214', '区', NULL::integer
            UNION ALL SELECT 2, '[2025-01-01,)', '140214001', '街道', 1
            UNION ALL SELECT 100 + number, '[2025-01-01,)', '140214001' || lpad(number::text, 3, '0'), '社区', 2 FROM generate_series(1, 10) AS number
            UNION ALL SELECT 1000 + number, '[2025-01-01,)', '140214001' || lpad((number / 50 + 1)::text, 3, '0') || lpad((number % 50 + 1)::text, 3, '0'), '网格', 101 + number / 50
                FROM generate_series(0, 499) AS number;
            INSERT INTO area_shape (area_id, level, valid, shape, label_point, area_square_meters, households, persons, elders, buildings)
            SELECT area.id, area.level, '[2025-01-01,)', ST_Multi(box), ST_Centroid(box), 1, 1, 1, 0, 0
            FROM area CROSS JOIN LATERAL (SELECT ST_MakeEnvelope(113 + area.id * 1e-3, 40, 113 + area.id * 1e-3 + 1e-3, 40.01, 4326) AS box) AS shape;
            INSERT INTO facility_kind (code, name, name_en) VALUES ('a', 'a', 'a'), ('b', 'b', 'b');
            INSERT INTO service (code, name, name_en) VALUES ('x', 'x', 'x'), ('y', 'y', 'y');
            INSERT INTO facility (id, code, kind, name, address, opening_hours, capacity, status, grid_id, position)
            SELECT number, 'F' || number, CASE WHEN number % 2 = 0 THEN 'a' ELSE 'b' END, '站', '路', '24/7', 1, 'open', 1000 + number, ST_SetSRID(ST_MakePoint(113, 40), 4326)
            FROM generate_series(0, 499) AS number;
            INSERT INTO facility_service (facility_id, service_code) SELECT facility.id, service.code FROM facility CROSS JOIN service;
            INSERT INTO patrol (id, device_id, name, kind, employment, grid_id)
            SELECT 1 + number, 'device-' || number, '网格员', 'grid_worker', 'full_time', 1000 + number FROM generate_series(0, 499) AS number;
            INSERT INTO shift (patrol_id, weekdays, starts_at, ends_at) SELECT patrol.id, '{1,2,3,4,5,6,7}', '00:00', '00:00' FROM patrol;
            INSERT INTO patrol_point (id, code, name, kind, required_visits, required_per, grid_id, position)
            SELECT 1 + number, 'XL-' || number, '点位', 'bridge', 1, 'day', 1000 + number, ST_SetSRID(ST_MakePoint(113, 40), 4326) FROM generate_series(0, 499) AS number;
            INSERT INTO check_in (patrol_point_id, patrol_id, checked_at, distance_meters)
            SELECT patrol_point.id, patrol_point.id, now() - make_interval(hours => hour), 1 FROM patrol_point CROSS JOIN generate_series(1, 3) AS hour;
            """);
        await command.ExecuteNonQueryAsync();
        _server = await TestServer.StartAsync(_database, WithoutLimits);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    // What is loaded side by side may come in any order and share batches or not, so a case has one way down that leads to the same loader.
    [InlineData("shape parent { name parent { name } }")]
    [InlineData("path { name }")]
    [InlineData("facilities { code isOpen kind { name } services { service { name } isOpen } grid { code } }")]
    [InlineData("patrolPoints { name isDue lastCheckIn { at } checkIns(first: 2) { totalCount nodes { at patrol { name grid { code } } } } }")]
    [InlineData("patrolCount { total onDuty } patrols(onDuty: true) { name shifts { startsAt } lastFix { at } grid { code } }")]
    public async Task Of_ten_grids_and_of_four_hundred(string selection)
    {
        var few = await CountAsync(10, selection);
        var many = await CountAsync(400, selection);
        Assert.Equal(few, many);
        Assert.InRange(many, 2, 12);
    }

    [Fact]
    public async Task Three_levels_down()
    {
        const string Tree = "children { children { name facilities { code services { service { code } } } } }";
        var community = await CountAsync($"{{ area(id: 101) {{ {Tree} }} }}");
        var district = await CountAsync($"{{ area(id: 2) {{ {Tree} }} }}");
        Assert.Equal(community + 2, district);
    }

    private static void WithoutLimits(IServiceCollection services)
    {
        var standard = services.Last(service => service.ServiceType == typeof(GraphQLHttpOptions)).ImplementationFactory!;
        services.AddSingleton(provider =>
        {
            var options = (GraphQLHttpOptions)standard(provider);
            options.Limits = new OperationLimits { MaxCost = int.MaxValue };
            return options;
        });
        // Who asks is not looked up a second time, however long a count takes.
        var access = (AccessOptions)services.Last(service => service.ServiceType == typeof(AccessOptions)).ImplementationInstance!;
        services.AddSingleton(access with { TrustFor = TimeSpan.FromHours(1) });
    }

    private Task<int> CountAsync(int grids, string selection) => CountAsync($"{{ areas(levels: [GRID], first: {grids}) {{ nodes {{ {selection} }} }} }}");

    private async Task<int> CountAsync(string query)
    {
        // Who asks and what codes mean is remembered from the first time.
        await _server.Client.QueryAsync(query);
        using var statements = new StatementCount(_database);
        await _server.Client.QueryAsync(query);
        return statements.Value;
    }
}
