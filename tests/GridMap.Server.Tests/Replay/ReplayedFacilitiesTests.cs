using System.Text.Json;
using GridMap.Server.Tests.Incidents;

namespace GridMap.Server.Tests.Replay;

/// <summary>Facilities in a replay are as they were, whatever has been done to them since.</summary>
public sealed class ReplayedFacilitiesTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    private const string Query = """
        query ($from: DateTime!, $until: DateTime!, $within: ID) {
          replay(from: $from, until: $until, within: $within) {
            facilities { id states { since until status name kind { code } position { longitude } } }
          }
        }
        """;

    [Fact]
    public async Task A_station_closed_now_is_open_in_the_replay_of_yesterday()
    {
        await AddAsync(901, "站");
        await desk.District.ExecuteAsync("UPDATE facility SET status = 'closed' WHERE id = 901");
        var now = DateTimeOffset.UtcNow;
        var yesterday = Assert.Single(await StatesAsync(901, now.AddHours(-25), now.AddHours(-2)));
        Assert.Equal("OPEN", yesterday.GetProperty("status").GetString());
        Assert.Equal("station", yesterday.GetProperty("kind").GetProperty("code").GetString());

        // A period is told to the millisecond, the database's clock to the microsecond.
        var today = await StatesAsync(901, now.AddHours(-2), now.AddSeconds(2));
        Assert.Equal(["OPEN", "CLOSED"], today.Select(state => state.GetProperty("status").GetString()));
        Assert.Equal(today[0].GetProperty("until").GetDateTimeOffset(), today[1].GetProperty("since").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, today[1].GetProperty("until").ValueKind);
    }

    [Fact]
    public async Task One_that_moved_opened_or_was_taken_away_is_where_it_was_and_one_left_alone_is_not_told()
    {
        foreach (var id in new[] { 911, 912, 913 })
        {
            await AddAsync(id, "站");
        }

        await desk.District.ExecuteAsync(
            """
            UPDATE facility SET position = ST_SetSRID(ST_MakePoint(113.009, 40.005), 4326) WHERE id = 911;
            DELETE FROM facility WHERE id = 912;
            UPDATE facility SET grid_id = 12 WHERE id = 913;
            INSERT INTO facility (id, code, kind, name, address, opening_hours, capacity, status, grid_id, position)
            VALUES (914, 'R-914', 'station', '新站', '路', '24/7', 1, 'open', 11, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326));
            """);
        var now = DateTimeOffset.UtcNow;
        var (from, until) = (now.AddHours(-3), now.AddHours(-1));
        Assert.Equal(113.005, Assert.Single(await StatesAsync(911, from, until)).GetProperty("position").GetProperty("longitude").GetDouble(), 6);
        Assert.Single(await StatesAsync(912, from, until));
        Assert.Empty(await StatesAsync(914, from, until));
        var told = (await PlayAsync(from, until)).Select(facility => facility.GetProperty("id").GetString()).ToArray();
        Assert.Contains("914", told);
        Assert.DoesNotContain("913", told);

        // Of another area only what is not there at all then, and so must not be on its map.
        var elsewhere = (await PlayAsync(from, until, within: "12")).Select(facility => facility.GetProperty("id").GetString()).ToArray();
        Assert.DoesNotContain("911", elsewhere);
    }

    [Fact]
    public async Task Whoever_changes_a_facility_the_history_and_the_change_log_follow()
    {
        await AddAsync(921, "站");
        await desk.District.ExecuteAsync("UPDATE facility SET name = '一' WHERE id = 921; UPDATE facility SET name = '二' WHERE id = 921");
        Assert.Equal(1L, await desk.District.ReadAsync<long>("SELECT count(*) FROM facility_past WHERE facility_id = 921"));
        await desk.District.ExecuteAsync("UPDATE facility SET name = '二' WHERE id = 921");
        Assert.Equal(1L, await desk.District.ReadAsync<long>("SELECT count(*) FROM facility_past WHERE facility_id = 921"));
        await desk.District.ExecuteAsync("DELETE FROM facility WHERE id = 921");
        Assert.Equal(2L, await desk.District.ReadAsync<long>("SELECT count(*) FROM facility_past WHERE facility_id = 921"));
        // It came with the district, which tells its own coming.
        Assert.Equal(["upsert", "upsert", "delete"], await desk.District.ReadAsync<string[]>("SELECT array_agg(kind ORDER BY xid, seq) FROM change WHERE topic = 'facility' AND entity_id = '921'"));
    }

    private Task AddAsync(int id, string name) => desk.District.ExecuteAsync(
        $"""
        INSERT INTO facility_kind (code, name, name_en) VALUES ('station', '站', 'Station') ON CONFLICT DO NOTHING;
        INSERT INTO facility (id, code, kind, name, address, opening_hours, capacity, status, grid_id, position, stands_since)
        VALUES ({id}, 'R-{id}', 'station', '{name}', '路', '24/7', 1, 'open', 11, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326), now() - interval '10 days')
        """);

    private async Task<JsonElement[]> StatesAsync(int id, DateTimeOffset from, DateTimeOffset until) =>
        [.. (await PlayAsync(from, until)).Single(facility => facility.GetProperty("id").GetString() == $"{id}").GetProperty("states").EnumerateArray()];

    private async Task<JsonElement[]> PlayAsync(DateTimeOffset from, DateTimeOffset until, string? within = null) =>
        [.. (await desk.Dispatcher.QueryAsync(Query, new { from, until, within })).GetProperty("replay").GetProperty("facilities").EnumerateArray()];
}
