using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;

namespace GridMap.Server.Tests.Patrols;

public sealed class CheckInAtPointTests : IAsyncLifetime
{
    private const string Mutation = """
        mutation ($input: CheckInInput!) {
            checkIn(input: $input) { checkIn { id at distanceMeters patrol { id } patrolPoint { code visitsInPeriod } } refusal { code message messageZh } }
        }
        """;

    private LiveDistrict _district = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        await _district.ExecuteAsync(
            """
            INSERT INTO patrol_point (id, code, name, kind, required_visits, required_per, grid_id, position)
            VALUES
                (1, 'XL-001', '和平路口', 'junction', 2, 'month', 11, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326)),
                (2, 'XL-002', '东风桥', 'bridge', 1, 'month', 12, ST_SetSRID(ST_MakePoint(113.015, 40.005), 4326)),
                (3, 'XL-003', '已撤点位', 'bridge', 1, 'month', 11, ST_SetSRID(ST_MakePoint(113.006, 40.005), 4326));
            UPDATE patrol_point SET removed_at = now() WHERE id = 3
            """);
        _server = await _district.StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Fact]
    public async Task A_visit_within_fifty_metres_is_a_check_in()
    {
        var at = DateTimeOffset.UtcNow.AddSeconds(-1);
        var payload = await CheckInAsync(_server.Client, Input(at: at, longitude: 113.0052));
        var checkIn = payload.GetProperty("checkIn");
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("refusal").ValueKind);
        Assert.Equal("1", checkIn.GetProperty("patrol").GetProperty("id").GetString());
        Assert.Equal("""{"code":"XL-001","visitsInPeriod":1}""", checkIn.GetProperty("patrolPoint").GetRawText());
        Assert.Equal(17.1, checkIn.GetProperty("distanceMeters").GetDouble(), 0.1);
        Assert.Equal(at.ToUnixTimeMilliseconds(), checkIn.GetProperty("at").GetDateTimeOffset().ToUnixTimeMilliseconds());
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM change WHERE topic = 'check_in' AND grid_id = 11 AND envelope IS NOT NULL"));
    }

    [Theory]
    [InlineData(113.0056, 40.005, 0, "CHECK_IN_TOO_FAR")]
    [InlineData(-113.005, -40.005, 0, "CHECK_IN_TOO_FAR")]
    [InlineData(113.005, 40.005, -1441, "CHECK_IN_TOO_OLD")]
    [InlineData(113.005, 40.005, 6, "CHECK_IN_IN_THE_FUTURE")]
    public async Task What_proves_nothing_is_refused(double longitude, double latitude, int minutes, string code)
    {
        var payload = await CheckInAsync(_server.Client, Input(longitude: longitude, latitude: latitude, at: DateTimeOffset.UtcNow.AddMinutes(minutes)));
        Assert.Equal(code, Code(payload));
        Assert.NotEmpty(payload.GetProperty("refusal").GetProperty("messageZh").GetString()!);
        Assert.Equal(0L, await _district.ReadAsync<long>("SELECT count(*) FROM check_in"));
        Assert.Equal(0L, await _district.ReadAsync<long>("SELECT count(*) FROM change WHERE topic = 'check_in'"));
    }

    [Theory]
    [InlineData("99", "1", "visit-0001", "PATROL_POINT_UNKNOWN")]
    [InlineData("3", "1", "visit-0001", "PATROL_POINT_UNKNOWN")]
    [InlineData("1", "99", "visit-0001", "PATROL_UNKNOWN")]
    [InlineData("x", "1", "visit-0001", "ID_MALFORMED")]
    [InlineData("1", "99999999999", "visit-0001", "ID_MALFORMED")]
    [InlineData("1", "1", "short", "IDEMPOTENCY_KEY_MALFORMED")]
    [InlineData("1", "1", "with a blank", "IDEMPOTENCY_KEY_MALFORMED")]
    public async Task What_does_not_exist_or_makes_no_sense_is_refused(string point, string patrol, string key, string code) =>
        Assert.Equal(code, Code(await CheckInAsync(_server.Client, Input(point, patrol, key))));

    [Fact]
    public async Task The_same_key_again_is_the_same_check_in_even_when_it_is_sent_a_hundred_times_at_once()
    {
        var input = Input();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => CheckInAsync(_server.Client, input)));
        var ids = answers.Select(answer => answer.GetProperty("checkIn").GetProperty("id").GetString()).Distinct().ToList();
        Assert.NotNull(Assert.Single(ids));
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM check_in"));
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM change WHERE topic = 'check_in'"));
    }

    [Fact]
    public async Task A_key_with_another_visit_is_refused_and_another_caller_has_keys_of_their_own()
    {
        var at = DateTimeOffset.UtcNow;
        var first = await CheckInAsync(_server.Client, Input(at: at));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", Code(await CheckInAsync(_server.Client, Input(at: at, longitude: 113.0051))));
        var other = await CheckInAsync(await _server.SignInAsync(Role.Field), Input(at: at));
        Assert.NotEqual(IdOf(first), IdOf(other));
    }

    [Fact]
    public async Task A_retry_after_the_point_was_taken_away_still_finds_its_check_in()
    {
        var input = Input();
        var first = await CheckInAsync(_server.Client, input);
        await _district.ExecuteAsync("UPDATE patrol_point SET removed_at = now() WHERE id = 1");
        Assert.Equal(IdOf(first), IdOf(await CheckInAsync(_server.Client, input)));
    }

    [Fact]
    public async Task Field_workers_check_in_where_they_belong()
    {
        var field = await _server.SignInAsync(Role.Field, "140214001001001");
        Assert.NotNull(IdOf(await CheckInAsync(field, Input())));
        Assert.Equal("NOT_ALLOWED", Code(await CheckInAsync(field, Input(point: "2", longitude: 113.015, key: "visit-0002"))));
        Assert.Equal("NOT_ALLOWED", Code(await CheckInAsync(field, Input(patrol: "2", key: "visit-0003"))));
        Assert.Equal("NOT_ALLOWED", Code(await CheckInAsync(field, Input(patrol: "3", key: "visit-0004"))));
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Dispatcher)]
    [InlineData(Role.GridManager)]
    [InlineData(Role.Wall)]
    [InlineData(Role.Integration)]
    public async Task Others_do_not_check_in(Role role) =>
        Assert.Equal("NOT_ALLOWED", Code(await CheckInAsync(await _server.SignInAsync(role), Input())));

    private static object Input(
        string point = "1",
        string patrol = "1",
        string key = "visit-0001",
        double longitude = 113.005,
        double latitude = 40.005,
        DateTimeOffset? at = null)
    {
        return new { patrolPointId = point, patrolId = patrol, position = new { longitude, latitude }, at = at ?? DateTimeOffset.UtcNow, idempotencyKey = key };
    }

    private static async Task<JsonElement> CheckInAsync(HttpClient client, object input) =>
        (await client.QueryAsync(Mutation, new { input })).GetProperty("checkIn");

    private static string? Code(JsonElement payload) =>
        payload.GetProperty("refusal") is { ValueKind: JsonValueKind.Object } refusal ? refusal.GetProperty("code").GetString() : null;

    private static string? IdOf(JsonElement payload) => payload.GetProperty("checkIn").GetProperty("id").GetString();
}
