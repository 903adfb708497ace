using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Core.Geography;
using GridMap.Core.Patrols;
using GridMap.Server.Patrols;
using GridMap.Server.Tests.Incidents;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Patrols;

/// <summary>One street from west to east with a detour: patrol 2 is nearer in a straight line, patrol 1 on foot.</summary>
public sealed class CandidatesTests(IncidentDesk desk) : IClassFixture<IncidentDesk>, IAsyncLifetime
{
    private const string Fields =
        "patrolId isSuitable obstacles walkSeconds distanceMeters expectedSeconds openAssignments onShiftUntil lastFixAt lastFixAgeSeconds skills patrol { name }";

    public async Task InitializeAsync()
    {
        await desk.District.ExecuteAsync("""
            DELETE FROM assignment_order;
            DELETE FROM road_edge;
            DELETE FROM road_node;
            DELETE FROM network_version;
            INSERT INTO network_version (id, source) VALUES (1, 'test');
            INSERT INTO road_node (id, position)
            VALUES
                (1, ST_SetSRID(ST_MakePoint(113.001, 40.005), 4326)), (2, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326)),
                (3, ST_SetSRID(ST_MakePoint(113.008, 40.005), 4326));
            INSERT INTO road_edge (id, network_version_id, start_node_id, end_node_id, class, length_meters, walk_forward_seconds, walk_backward_seconds, course)
            VALUES
                (1, 1, 1, 2, 'residential', 341, 300, 400, ST_GeomFromText('LINESTRING(113.001 40.005, 113.005 40.005)', 4326)),
                (2, 1, 2, 3, 'residential', 900, 900, 900, ST_GeomFromText('LINESTRING(113.005 40.005, 113.0065 40.008, 113.008 40.005)', 4326));
            """);
        Place(1, 113.001);
        Place(2, 113.008);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Who_is_soonest_there_on_foot_comes_first_with_the_reasons()
    {
        var candidates = await CandidatesAsync(desk.Dispatcher, await desk.ReportUntilAsync("REGISTERED"));
        Assert.Equal(["1", "2"], candidates.Select(IdOf));
        // The street is walked towards the incident, which is quicker than away from it.
        Assert.Equal(300, candidates[0].GetProperty("walkSeconds").GetDouble(), 1.0);
        Assert.Equal(900, candidates[1].GetProperty("walkSeconds").GetDouble(), 1.0);
        Assert.True(candidates[0].GetProperty("distanceMeters").GetDouble() > candidates[1].GetProperty("distanceMeters").GetDouble());
        Assert.All(candidates, candidate => Assert.True(candidate.GetProperty("isSuitable").GetBoolean()));
        Assert.InRange(candidates[0].GetProperty("lastFixAgeSeconds").GetDouble(), 0, 600);
        Assert.NotEqual(JsonValueKind.Null, candidates[0].GetProperty("onShiftUntil").ValueKind);
        Assert.Equal("张建国", candidates[0].GetProperty("patrol").GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_somebody_has_open_counts_as_time()
    {
        var other = await desk.ReportUntilAsync("REGISTERED");
        Assert.Null((await desk.Dispatcher.AssignAsync(other, 1)).RefusalOf());
        var candidates = await CandidatesAsync(desk.Dispatcher, await desk.ReportUntilAsync("REGISTERED"));
        Assert.Equal(["2", "1"], candidates.Select(IdOf));
        Assert.Equal((1, 1500.0), (candidates[1].GetProperty("openAssignments").GetInt32(), Math.Round(candidates[1].GetProperty("expectedSeconds").GetDouble())));
    }

    [Fact]
    public async Task Who_is_not_suitable_is_told_with_why_when_asked_for()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        Assert.Null((await desk.Dispatcher.AssignAsync(incident, 2)).RefusalOf());
        var candidates = await CandidatesAsync(desk.Dispatcher, incident, includeUnsuitable: true);
        Assert.Equal(
            ["1:", "2:SENT_ALREADY", "3:POSITION_UNKNOWN", "4:OFF_DUTY,POSITION_UNKNOWN"],
            candidates.Select(candidate => $"{IdOf(candidate)}:{string.Join(',', candidate.GetProperty("obstacles").EnumerateArray())}"));
        Assert.Equal(JsonValueKind.Null, candidates[2].GetProperty("walkSeconds").ValueKind);
    }

    [Fact]
    public async Task A_class_that_wants_a_skill_wants_it_of_whoever_is_sent()
    {
        await desk.District.ExecuteAsync("UPDATE patrol SET skills = '{急救}' WHERE id = 2");
        var payload = await desk.Dispatcher.ChangeAsync("reportIncident", "ReportIncidentInput", new
        {
            classCode = "22104",
            description = "两车相撞",
            position = new { longitude = 113.005, latitude = 40.005 },
            idempotencyKey = IncidentDesk.Key(),
        });
        var incident = payload.GetProperty("incident").GetProperty("number").GetString()!;
        Assert.Equal(["2"], (await CandidatesAsync(desk.Dispatcher, incident)).Select(IdOf));
        var all = await CandidatesAsync(desk.Dispatcher, incident, includeUnsuitable: true);
        Assert.Equal("SKILL_MISSING", all.Single(candidate => IdOf(candidate) == "1").GetProperty("obstacles")[0].GetString());
        await desk.District.ExecuteAsync("UPDATE patrol SET skills = '{}'");
    }

    [Fact]
    public async Task A_desk_is_offered_the_patrols_of_its_own_area_and_nobody_else_is_offered_any()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        var ofOneGrid = await desk.Server.SignInAsync(Role.Dispatcher, IncidentDesk.FirstGrid);
        Assert.Equal(["1"], (await CandidatesAsync(ofOneGrid, incident)).Select(IdOf));
        var viewer = await desk.Server.SignInAsync(Role.Viewer);
        Assert.Equal("NOT_ALLOWED", await viewer.ErrorCodeAsync(Query(), new { number = incident }));
        Assert.Equal("PAGE_SIZE_OUT_OF_RANGE", await desk.Dispatcher.ErrorCodeAsync(Query(first: 51), new { number = incident }));
    }

    [Fact]
    public async Task A_few_statements_find_them_however_many_there_are()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        await CandidatesAsync(desk.Dispatcher, incident);
        var fewest = int.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            // What the server does beside is counted too, so that the fewest of some tries are those of the query.
            using var statements = new StatementCount(desk.District.Database);
            await CandidatesAsync(desk.Dispatcher, incident, first: 50, includeUnsuitable: true);
            fewest = Math.Min(fewest, statements.Value);
        }

        // The incident by its number and its id, its place and skills, the patrols, where they meet the network, and what they are called.
        Assert.InRange(fewest, 1, 6);
    }

    [Fact]
    public async Task The_way_is_drawn_as_its_time_is_counted()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        var walks = (await CandidatesAsync(desk.Dispatcher, incident)).ToDictionary(IdOf, candidate => candidate.GetProperty("walkSeconds").GetDouble());
        var street = await WalkAsync(desk.Dispatcher, incident, "1");
        Assert.Equal("LineString", street.GetProperty("path").GetProperty("type").GetString());
        Assert.Equal("[[113.001,40.005],[113.005,40.005]]", street.GetProperty("path").GetProperty("coordinates").GetRawText());
        Assert.Equal(walks["1"], street.GetProperty("seconds").GetDouble());
        Assert.Equal(341.6, street.GetProperty("meters").GetDouble(), 1.0);
        // Round by the north, from the other end of the street.
        var detour = await WalkAsync(desk.Dispatcher, incident, "2");
        Assert.Equal("[[113.008,40.005],[113.0065,40.008],[113.005,40.005]]", detour.GetProperty("path").GetProperty("coordinates").GetRawText());
        Assert.Equal(walks["2"], detour.GetProperty("seconds").GetDouble());
        Assert.True(detour.GetProperty("meters").GetDouble() > 700);
    }

    [Fact]
    public async Task A_way_begins_and_ends_off_the_road_where_patrol_and_incident_are_there()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        Place(1, 113.003, 40.0052);
        var walk = await WalkAsync(desk.Dispatcher, incident, "1");
        Assert.Equal("[[113.003,40.0052],[113.003,40.005],[113.005,40.005]]", walk.GetProperty("path").GetProperty("coordinates").GetRawText());
        // Half of the street, and 22 m off it.
        Assert.Equal(150 + (22.2 / 1.2), walk.GetProperty("seconds").GetDouble(), 1.0);
    }

    [Fact]
    public async Task Where_no_way_leads_or_nobody_may_look_there_is_none()
    {
        var incident = await desk.ReportUntilAsync("REGISTERED");
        Assert.Equal(JsonValueKind.Null, (await WalkAsync(desk.Dispatcher, incident, "3")).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await WalkAsync(desk.Dispatcher, incident, "999999")).ValueKind);
        Place(1, 113.001, 40.009);
        Assert.Equal(JsonValueKind.Null, (await WalkAsync(desk.Dispatcher, incident, "1")).ValueKind);
        var ofOneGrid = await desk.Server.SignInAsync(Role.Dispatcher, IncidentDesk.FirstGrid);
        Assert.Equal(JsonValueKind.Null, (await WalkAsync(ofOneGrid, incident, "2")).ValueKind);
        var viewer = await desk.Server.SignInAsync(Role.Viewer);
        Assert.Equal("NOT_ALLOWED", await viewer.ErrorCodeAsync(Walk, new { number = incident, patrol = "1" }));
        Assert.Equal("ID_MALFORMED", await desk.Dispatcher.ErrorCodeAsync(Walk, new { number = incident, patrol = "x" }));
    }

    private const string Walk = "query ($number: String!, $patrol: ID!) { incident(number: $number) { walkFrom(patrolId: $patrol) { path meters seconds fixAt } } }";

    private static async Task<JsonElement> WalkAsync(HttpClient client, string incident, string patrol) =>
        (await client.QueryAsync(Walk, new { number = incident, patrol })).GetProperty("incident").GetProperty("walkFrom");

    private static string IdOf(JsonElement candidate) => candidate.GetProperty("patrolId").GetString()!;

    private static string Query(int first = 10, bool includeUnsuitable = false) =>
        $"query ($number: String!) {{ incident(number: $number) {{ candidates(first: {first}, includeUnsuitable: {(includeUnsuitable ? "true" : "false")}) {{ {Fields} }} }} }}";

    private static async Task<List<JsonElement>> CandidatesAsync(HttpClient client, string incident, int first = 10, bool includeUnsuitable = false) =>
        [.. (await client.QueryAsync(Query(first, includeUnsuitable), new { number = incident })).GetProperty("incident").GetProperty("candidates").EnumerateArray()];

    private void Place(int patrolId, double longitude, double latitude = 40.005) => desk.Server.Services.GetRequiredService<LatestFixes>()
        .Keep(patrolId, new Fix(new Position(longitude, latitude), DateTimeOffset.UtcNow));
}
