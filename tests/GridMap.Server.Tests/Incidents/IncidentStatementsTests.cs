using System.Text.Json;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Incidents;

/// <summary>Whether 10 or 500 areas, incidents or patrols are asked for, what hangs on them costs the same number of statements.</summary>
public sealed class IncidentStatementsTests : IAsyncLifetime
{
    private LiveDistrict _district = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        await _district.ExecuteAsync("""
            INSERT INTO area (id, level) SELECT 1000 + n, 'grid' FROM generate_series(1, 500) AS n;
            INSERT INTO area_revision (area_id, valid, code, name, parent_id)
            SELECT 1000 + n, '[2025-01-01,)', '140214001001' || lpad((100 + n)::text, 3, '0'), '网格' || n, 3 FROM generate_series(1, 500) AS n;
            INSERT INTO area_shape (area_id, level, valid, shape, label_point, area_square_meters, households, persons, elders, buildings)
            SELECT 1000 + n, 'grid', '[2025-01-01,)', ST_Multi(ST_MakeEnvelope(114, 40, 114.01, 40.01, 4326)), ST_SetSRID(ST_MakePoint(114, 40), 4326), 1, 0, 0, 0, 0
            FROM generate_series(1, 500) AS n;
            INSERT INTO incident (id, number, class_version, class_code, source, urgency, step, description, grid_id, reported_at, due_at, position)
            SELECT
                gen_random_uuid(), '20260101-' || lpad((n * 10 + m)::text, 6, '0'), incident_class.version, incident_class.code, 'desk', 'normal', 'assigned', '第' || n,
                1000 + n, timestamptz '2026-01-01' + make_interval(mins => n * 10 + m), NULL, ST_SetSRID(ST_MakePoint(114, 40), 4326)
            FROM generate_series(1, 500) AS n, generate_series(1, 3) AS m, (SELECT version, code FROM incident_class ORDER BY version, code LIMIT 1) AS incident_class;
            INSERT INTO incident_step (incident_id, from_step, to_step, at, actor) SELECT id, NULL, 'reported', reported_at, 'desk' FROM incident;
            INSERT INTO assignment_order (id, incident_id, patrol_id, assigned_at) SELECT gen_random_uuid(), id, 1, reported_at FROM incident;
            """);
        _server = await _district.StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Theory]
    [InlineData("{ areas(levels: [GRID], text: \"网格\", first: SIZE) { nodes { openIncidentCount incidents(first: 2) { totalCount nodes { number class { name } } } } } }")]
    [InlineData("{ incidents(first: SIZE) { totalCount nodes { number class { name } grid { name openIncidentCount } assignments { patrol { name } } } } }")]
    [InlineData("{ incidents(sort: DUE_SOONEST, first: SIZE) { nodes { steps { to actor actorName } reporter { phone } } } }")]
    public async Task What_hangs_on_a_list_costs_the_same_however_long_it_is(string query)
    {
        var few = await CountAsync(query, 10);
        var many = await CountAsync(query, 500);
        Assert.InRange(few, 2, 8);
        Assert.Equal(few, many);
    }

    [Fact]
    public async Task A_count_that_nobody_asked_for_is_not_made()
    {
        Assert.Equal(1, await CountAsync("{ incidents(first: SIZE) { nodes { number } } }", 10));
        Assert.Equal(2, await CountAsync("{ incidents(first: SIZE) { totalCount nodes { number } } }", 10));
    }

    // The server has work of its own on the same database, so the least of some counts is the request's.
    private async Task<int> CountAsync(string query, int size)
    {
        var least = int.MaxValue;
        for (var time = 0; time < 5; time++)
        {
            using var statements = new StatementCount(_district.Database);
            await AskAsync(query, size);
            least = Math.Min(least, statements.Value);
        }

        return least;
    }

    private async Task AskAsync(string query, int size)
    {
        var data = await _server.Client.QueryAsync(query.Replace("SIZE", $"{size}", StringComparison.Ordinal));
        var list = data.EnumerateObject().Single().Value.GetProperty("nodes");
        Assert.Equal(size, list.GetArrayLength());
        Assert.All(list.EnumerateArray(), node => Assert.Equal(JsonValueKind.Object, node.ValueKind));
    }
}
