using System.Text.Json;
using GridMap.Server.Tests.Incidents;

namespace GridMap.Server.Tests.Replay;

/// <summary>Facilities in a replay are as they were, whatever has been done to them since.</summary>
public sealed class ReplayedFacilitiesTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    private const string Query = """
        query ($from: DateTime!, $until: DateTime!, $within: ID) {
          replay(from: $from, until: $until, within: $within) {
            facilities { id states { since until status name kind { code } openingHours services { service { code } openingHours } position { longitude } } }
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

    [Fact]
    public async Task Hours_and_services_are_those_of_the_moment_in_a_replay_and_on_its_card()
    {
        await AddAsync(931, "站", "Mo-Su 08:00-20:00");
        await desk.District.ExecuteAsync(
            """
            INSERT INTO service (code, name, name_en) VALUES ('water', '饮水', 'Water'), ('charging', '充电', 'Charging') ON CONFLICT DO NOTHING;
            INSERT INTO facility_service (facility_id, service_code) VALUES (931, 'water');
            UPDATE facility SET stands_since = now() - interval '10 days' WHERE id = 931;
            DELETE FROM facility_past WHERE facility_id = 931;
            """);
        var before = DateTimeOffset.UtcNow;
        await desk.District.ExecuteAsync("UPDATE facility SET opening_hours = 'Mo-Su 10:00-12:00' WHERE id = 931");
        await desk.District.ExecuteAsync("UPDATE facility_service SET opening_hours = 'Mo-Su 10:00-11:00' WHERE facility_id = 931");
        await desk.District.ExecuteAsync(
            "DELETE FROM facility_service WHERE facility_id = 931; INSERT INTO facility_service (facility_id, service_code) VALUES (931, 'charging'), (931, 'water')");
        string[] expected = ["Mo-Su 08:00-20:00 water", "Mo-Su 10:00-12:00 water", "Mo-Su 10:00-12:00 water Mo-Su 10:00-11:00", "Mo-Su 10:00-12:00 charging,water"];
        var states = await StatesAsync(931, before.AddHours(-1), DateTimeOffset.UtcNow.AddSeconds(2));
        Assert.Equal(expected, states.Select(Told));

        // The card asks for one moment; what was open then is told by the hours of then, on the clock of the place.
        foreach (var state in states)
        {
            Assert.Equal(Told(state), Told(await AtAsync(931, state.GetProperty("since").ValueKind == JsonValueKind.Null ? before : state.GetProperty("since").GetDateTimeOffset())));
        }

        var evening = await desk.District.ReadAsync<DateTime>("SELECT (date_trunc('day', now() AT TIME ZONE time_zone) - interval '1 day' + interval '19 hours') AT TIME ZONE time_zone FROM place");
        Assert.True((await AtAsync(931, evening)).GetProperty("isOpen").GetBoolean());
        Assert.False((await AtAsync(931, evening.AddDays(2))).GetProperty("isOpen").GetBoolean());
    }

    [Fact]
    public async Task One_that_came_with_its_services_or_is_no_more_is_told_whole_and_one_that_was_not_there_not_at_all()
    {
        await desk.District.ExecuteAsync(
            """
            INSERT INTO facility_kind (code, name, name_en) VALUES ('station', '站', 'Station') ON CONFLICT DO NOTHING;
            INSERT INTO service (code, name, name_en) VALUES ('water', '饮水', 'Water') ON CONFLICT DO NOTHING;
            INSERT INTO facility (id, code, kind, name, address, opening_hours, capacity, status, grid_id, position, stands_since)
            VALUES (941, 'R-941', 'station', '站', '路', '24/7', 1, 'open', 11, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326), now() - interval '10 days');
            INSERT INTO facility_service (facility_id, service_code) VALUES (941, 'water');
            """);
        Assert.Equal(0L, await desk.District.ReadAsync<long>("SELECT count(*) FROM facility_past WHERE facility_id = 941"));
        var there = DateTimeOffset.UtcNow;
        await desk.District.ExecuteAsync("DELETE FROM facility_service WHERE facility_id = 941; DELETE FROM facility WHERE id = 941");
        Assert.Equal("24/7 water", Told(await AtAsync(941, there)));
        Assert.Equal(JsonValueKind.Null, (await AtAsync(941, DateTimeOffset.UtcNow.AddSeconds(2))).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await AtAsync(941, there.AddDays(-11))).ValueKind);
        Assert.Equal(["upsert", "delete"], await desk.District.ReadAsync<string[]>("SELECT array_agg(kind ORDER BY xid, seq) FROM change WHERE topic = 'facility' AND entity_id = '941'"));
        Assert.Equal("ID_MALFORMED", await desk.Dispatcher.ErrorCodeAsync("{ facilityAt(id: \"x\", at: \"2026-01-01T00:00:00Z\") { name } }", new { }));
    }

    private static string Told(JsonElement state) =>
        $"{state.GetProperty("openingHours")} {string.Join(',', state.GetProperty("services").EnumerateArray().Select(offered => $"{offered.GetProperty("service").GetProperty("code")} {offered.GetProperty("openingHours")}".TrimEnd()))}";

    private async Task<JsonElement> AtAsync(int id, DateTimeOffset at) => (await desk.Dispatcher.QueryAsync(
        "query ($id: ID!, $at: DateTime!) { facilityAt(id: $id, at: $at) { openingHours isOpen(at: $at) services { service { code } openingHours } } }", new { id, at })).GetProperty("facilityAt");

    private Task AddAsync(int id, string name, string hours = "24/7") => desk.District.ExecuteAsync(
        $"""
        INSERT INTO facility_kind (code, name, name_en) VALUES ('station', '站', 'Station') ON CONFLICT DO NOTHING;
        INSERT INTO facility (id, code, kind, name, address, opening_hours, capacity, status, grid_id, position, stands_since)
        VALUES ({id}, 'R-{id}', 'station', '{name}', '路', '{hours}', 1, 'open', 11, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326), now() - interval '10 days')
        """);

    private async Task<JsonElement[]> StatesAsync(int id, DateTimeOffset from, DateTimeOffset until) =>
        [.. (await PlayAsync(from, until)).Single(facility => facility.GetProperty("id").GetString() == $"{id}").GetProperty("states").EnumerateArray()];

    private async Task<JsonElement[]> PlayAsync(DateTimeOffset from, DateTimeOffset until, string? within = null) =>
        [.. (await desk.Dispatcher.QueryAsync(Query, new { from, until, within })).GetProperty("replay").GetProperty("facilities").EnumerateArray()];
}
