using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Patrols;

public sealed class PatrolPointMutationsTests : IAsyncLifetime
{
    private const string Answer = "{ patrolPoint { id code name kind version position { longitude latitude } requiredVisits requiredPer grid { id } isDue isMissed } refusal { code messageZh } }";

    private LiveDistrict _district = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        _server = await _district.StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Fact]
    public async Task A_new_point_is_due_but_not_missed_and_lies_in_its_grid()
    {
        var point = (await CreateAsync(_server.Client, Input())).GetProperty("patrolPoint");
        Assert.Equal(
            """{"code":"XL-001","name":"和平路口","kind":"junction","version":1,"position":{"longitude":113.005,"latitude":40.005},"requiredVisits":2,"requiredPer":"DAY","grid":{"id":"11"},"isDue":true,"isMissed":false}""",
            WithoutId(point));
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM change WHERE topic = 'patrol_point' AND kind = 'upsert' AND grid_id = 11 AND envelope IS NOT NULL"));
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM audit WHERE action = 'patrol_point.created' AND subject = 'XL-001'"));
    }

    [Fact]
    public async Task The_same_key_again_is_the_same_point_even_when_it_is_sent_fifty_times_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CreateAsync(_server.Client, Input())));
        Assert.NotNull(Assert.Single(answers.Select(IdOf).Distinct()));
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM patrol_point"));
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM change WHERE topic = 'patrol_point'"));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", Code(await CreateAsync(_server.Client, Input(name: "别的"))));
        Assert.Equal("PATROL_POINT_CODE_TAKEN", Code(await CreateAsync(_server.Client, Input(key: "point-0002"))));
    }

    [Theory]
    [InlineData("X 1", "名", 1, "point-0001", "PATROL_POINT_CODE_MALFORMED")]
    [InlineData("X1\n", "名", 1, "point-0001", "PATROL_POINT_CODE_MALFORMED")]
    [InlineData("X1", " ", 1, "point-0001", "TEXT_LENGTH")]
    [InlineData("X1", "\u0000", 1, "point-0001", "TEXT_LENGTH")]
    [InlineData("X1", "名", 0, "point-0001", "REQUIRED_VISITS_OUT_OF_RANGE")]
    [InlineData("X1", "名", 101, "point-0001", "REQUIRED_VISITS_OUT_OF_RANGE")]
    [InlineData("X1", "名", 1, "short", "IDEMPOTENCY_KEY_MALFORMED")]
    public async Task What_makes_no_sense_is_refused(string code, string name, int visits, string key, string expected) =>
        Assert.Equal(expected, Code(await CreateAsync(_server.Client, Input(code, name, key, visits))));

    [Fact]
    public async Task A_point_is_changed_by_who_has_seen_it_as_it_is()
    {
        var id = IdOf(await CreateAsync(_server.Client, Input()));
        var moved = new { id, expectedVersion = 1, name = "新路口", position = new { longitude = 113.015, latitude = 40.005 } };
        var payload = await UpdateAsync(_server.Client, moved);
        Assert.Equal(
            """{"code":"XL-001","name":"新路口","kind":"junction","version":2,"position":{"longitude":113.015,"latitude":40.005},"requiredVisits":2,"requiredPer":"DAY","grid":{"id":"12"},"isDue":true,"isMissed":false}""",
            WithoutId(payload.GetProperty("patrolPoint")));
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM change WHERE topic = 'patrol_point' AND ST_XMin(envelope) < 113.0051 AND ST_XMax(envelope) > 113.0149"));

        Assert.Null(Code(await UpdateAsync(_server.Client, moved)));
        var late = await UpdateAsync(_server.Client, new { id, expectedVersion = 1, name = "太晚" });
        Assert.Equal("PATROL_POINT_CHANGED_MEANWHILE", Code(late));
        Assert.Equal("新路口", late.GetProperty("patrolPoint").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Of_many_who_change_it_at_once_one_wins_and_the_others_are_told()
    {
        var id = IdOf(await CreateAsync(_server.Client, Input()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => UpdateAsync(_server.Client, new { id, expectedVersion = 1, name = $"名{i}" })));
        Assert.Single(answers, answer => Code(answer) is null);
        Assert.Equal(19, answers.Count(answer => Code(answer) == "PATROL_POINT_CHANGED_MEANWHILE"));
        Assert.Equal(2, await _district.ReadAsync<int>("SELECT version FROM patrol_point"));
    }

    [Fact]
    public async Task A_point_that_is_taken_away_is_nowhere_to_be_seen_and_its_code_stays_taken()
    {
        var id = IdOf(await CreateAsync(_server.Client, Input()));
        var input = new { id, expectedVersion = 1 };
        Assert.Equal("""{"patrolPoint":null,"refusal":null}""", (await RemoveAsync(_server.Client, input)).GetRawText());
        Assert.Null(Code(await RemoveAsync(_server.Client, input)));
        Assert.Equal("PATROL_POINT_UNKNOWN", Code(await RemoveAsync(_server.Client, new { id, expectedVersion = 2 })));
        Assert.Equal("PATROL_POINT_UNKNOWN", Code(await UpdateAsync(_server.Client, new { id, expectedVersion = 2, name = "名" })));
        Assert.Equal("PATROL_POINT_CODE_TAKEN", Code(await CreateAsync(_server.Client, Input(key: "point-0002"))));
        var data = await _server.Client.QueryAsync($"{{ patrolPoint(id: {id}) {{ id }} patrolPoints {{ totalCount }} area(id: 11) {{ patrolPoints {{ id }} }} }}");
        Assert.Equal("""{"patrolPoint":null,"patrolPoints":{"totalCount":0},"area":{"patrolPoints":[]}}""", data.GetRawText());
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM change WHERE topic = 'patrol_point' AND kind = 'delete'"));
    }

    [Fact]
    public async Task Points_are_managed_where_one_manages_facilities()
    {
        var manager = await _server.SignInAsync(Role.GridManager, "140214001001001");
        var id = IdOf(await CreateAsync(manager, Input()));
        Assert.NotNull(id);
        Assert.Equal("NOT_ALLOWED", Code(await CreateAsync(manager, Input("XL-002", key: "point-0002", longitude: 113.015))));
        Assert.Equal("NOT_ALLOWED", Code(await CreateAsync(manager, Input("XL-003", key: "point-0003", longitude: 114))));
        Assert.Equal("NOT_ALLOWED", Code(await UpdateAsync(manager, new { id, expectedVersion = 1, position = new { longitude = 113.015, latitude = 40.005 } })));
        var neighbour = await _server.SignInAsync(Role.GridManager, "140214001001002");
        Assert.Equal("NOT_ALLOWED", Code(await UpdateAsync(neighbour, new { id, expectedVersion = 1, name = "名" })));
        Assert.Equal("NOT_ALLOWED", Code(await RemoveAsync(neighbour, new { id, expectedVersion = 1 })));
        foreach (var role in new[] { Role.Viewer, Role.Dispatcher, Role.Reviewer, Role.Field, Role.Integration, Role.Wall })
        {
            var client = await _server.SignInAsync(role);
            Assert.Equal("NOT_ALLOWED", Code(await CreateAsync(client, Input("XL-009", key: "point-0009"))));
            Assert.Equal("NOT_ALLOWED", Code(await RemoveAsync(client, new { id, expectedVersion = 1 })));
        }
    }

    private static object Input(string code = "XL-001", string name = "和平路口", string key = "point-0001", int visits = 2, double longitude = 113.005) => new
    {
        code,
        name,
        kind = "junction",
        position = new { longitude, latitude = 40.005 },
        requiredVisits = visits,
        requiredPer = "DAY",
        idempotencyKey = key,
    };

    private static async Task<JsonElement> CreateAsync(HttpClient client, object input) => (await client.QueryAsync(
        $"mutation ($input: CreatePatrolPointInput!) {{ createPatrolPoint(input: $input) {Answer} }}", new { input })).GetProperty("createPatrolPoint");

    private static async Task<JsonElement> UpdateAsync(HttpClient client, object input) => (await client.QueryAsync(
        $"mutation ($input: UpdatePatrolPointInput!) {{ updatePatrolPoint(input: $input) {Answer} }}", new { input })).GetProperty("updatePatrolPoint");

    private static async Task<JsonElement> RemoveAsync(HttpClient client, object input) => (await client.QueryAsync(
        $"mutation ($input: RemovePatrolPointInput!) {{ removePatrolPoint(input: $input) {Answer} }}", new { input })).GetProperty("removePatrolPoint");

    private static string WithoutId(JsonElement point) => string.Concat("{", point.GetRawText().AsSpan(point.GetRawText().IndexOf("\"code\"", StringComparison.Ordinal)));

    private static string? Code(JsonElement payload) =>
        payload.GetProperty("refusal") is { ValueKind: JsonValueKind.Object } refusal ? refusal.GetProperty("code").GetString() : null;

    private static string? IdOf(JsonElement payload) => payload.GetProperty("patrolPoint").GetProperty("id").GetString();
}
