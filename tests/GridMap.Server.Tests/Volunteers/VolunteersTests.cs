using System.Net.Http.Headers;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Volunteers;

/// <summary>Wishes and activities from end to end, in a district of their own.</summary>
public sealed class VolunteersTests : IAsyncLifetime
{
    private const string Position = "{ longitude: 113.005, latitude: 40.005 }";

    private LiveDistrict _district = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        await _district.ExecuteAsync("""
            INSERT INTO volunteer_team (id, name, kind, community_id) VALUES (1, '邻里互助队', '邻里互助', 3);
            INSERT INTO volunteer (id, team_id, name) SELECT number, 1, '志愿者' || number FROM generate_series(1, 60) AS number;
            """);
        _server = await _district.StartServerAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Fact]
    public async Task A_wish_goes_from_made_to_rated_and_keeps_who_fulfilled_it()
    {
        var id = await MakeAsync("key-of-a-wish-1");
        await StepAsync("dispatchWish", $"id: \"{id}\"");
        await StepAsync("claimWish", $"id: \"{id}\", volunteerId: 1");
        await StepAsync("giveBackWish", $"id: \"{id}\"");
        await StepAsync("claimWish", $"id: \"{id}\", volunteerId: 2");
        await StepAsync("finishWish", $"id: \"{id}\"");
        await StepAsync("rateWish", $"id: \"{id}\", rating: 5");
        var wish = (await _server.Client.QueryAsync($"{{ wish(id: \"{id}\") {{ number state title kind claim {{ volunteer {{ name team {{ name members }} }} rating doneAt }} }} }}")).GetProperty("wish");
        Assert.Equal("RATED", wish.GetProperty("state").GetString());
        Assert.StartsWith("XY", wish.GetProperty("number").GetString(), StringComparison.Ordinal);
        var claim = wish.GetProperty("claim");
        Assert.Equal("""{"name":"志愿者2","team":{"name":"邻里互助队","members":60}}""", claim.GetProperty("volunteer").GetRawText());
        Assert.Equal(5, claim.GetProperty("rating").GetInt32());
        Assert.NotEqual(JsonValueKind.Null, claim.GetProperty("doneAt").ValueKind);
        Assert.Equal(7, await _district.ReadAsync<long>($"SELECT count(*) FROM change WHERE topic = 'wish' AND entity_id = '{id}'"));
    }

    [Fact]
    public async Task A_team_is_found_by_its_name_and_its_kind_at_its_community_where_one_may_see_it()
    {
        await _district.ExecuteAsync("""
            INSERT INTO area (id, level) VALUES (4, 'community');
            INSERT INTO area_revision (area_id, valid, code, name, parent_id) VALUES (4, '[2025-01-01,)', '140214001002', '西苑社区', 2);
            INSERT INTO volunteer_team (id, name, kind, community_id) VALUES (2, '区级应急队', '平安巡防', NULL), (3, '西苑互助队', '邻里互助', 4);
            """);
        const string Query = "query ($text: String!) { search(text: $text) { kind id title subtitle bounds { west } } }";
        var ofOneGrid = await _server.SignInAsync(Role.Viewer, "140214001001001");
        Assert.Equal(
            """{"kind":"TEAM","id":"1","title":"邻里互助队","subtitle":"邻里互助 · 东风社区","bounds":null}""",
            Assert.Single(await SearchAsync(ofOneGrid, "互助队")).GetRawText());
        Assert.Equal("2", Assert.Single(await SearchAsync(ofOneGrid, "平安 应急")).GetProperty("id").GetString());
        Assert.Equal(["1", "3"], (await SearchAsync(_server.Client, "互助")).Select(found => found.GetProperty("id").GetString()));

        var token = await _server.Services.GetRequiredService<AddServiceToken>().RunAsync(
            new NewServiceToken("map-only", ["map.read"], null, null, Replaces: false), "test", CancellationToken.None);
        var mapOnly = _server.Connect(null);
        mapOnly.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        Assert.Empty(await SearchAsync(mapOnly, "队"));

        static async Task<List<JsonElement>> SearchAsync(HttpClient client, string text) =>
            [.. (await client.QueryAsync(Query, new { text })).GetProperty("search").EnumerateArray()];
    }

    [Fact]
    public async Task Volunteers_are_found_by_name_and_team_those_with_the_most_points_first_where_one_may_see_them()
    {
        await _district.ExecuteAsync("""
            INSERT INTO volunteer_team (id, name, kind, community_id) VALUES (2, '区级应急队', '平安巡防', NULL);
            INSERT INTO volunteer (id, team_id, name) VALUES (100, 2, '应急骨干');
            INSERT INTO points_entry (volunteer_id, at, points, reason) VALUES (33, now(), 9, '试'), (44, now(), 20, '试');
            """);
        Assert.Equal(["44", "33", "1"], await FoundAsync(_server.Client, "first: 3"));
        Assert.Equal(["44", "4", "14"], await FoundAsync(_server.Client, "text: \"志愿者\", teamId: 1, first: 50", volunteer => volunteer.EndsWith('4'), 3));
        Assert.Equal(["100"], await FoundAsync(_server.Client, "teamId: 2"));
        Assert.Empty(await FoundAsync(_server.Client, "text: \"nobody\""));
        Assert.Equal("FIRST_OUT_OF_RANGE", await _server.Client.ErrorCodeAsync("{ volunteers(first: 51) { id } }"));
        Assert.Equal("ID_MALFORMED", await _server.Client.ErrorCodeAsync("{ volunteers(teamId: \"x\") { id } }"));
        var ofOneGrid = await _server.SignInAsync(Role.Viewer, "140214001001001");
        Assert.Equal(["44"], await FoundAsync(ofOneGrid, "first: 1"));
    }

    private static async Task<string[]> FoundAsync(HttpClient client, string arguments, Func<string, bool>? keeps = null, int most = 50) =>
    [
        .. (await client.QueryAsync($"{{ volunteers({arguments}) {{ id }} }}")).GetProperty("volunteers").EnumerateArray()
            .Select(volunteer => volunteer.GetProperty("id").GetString()!).Where(keeps ?? (_ => true)).Take(most),
    ];

    [Fact]
    public async Task Of_two_hundred_claims_at_once_one_wins_and_the_others_are_told()
    {
        var id = await MakeAsync("key-of-a-wish-2");
        await StepAsync("dispatchWish", $"id: \"{id}\"");
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => PayloadAsync("claimWish", $"id: \"{id}\", volunteerId: {number % 60 + 1}")));
        var refused = answers.Where(answer => answer.GetProperty("refusal").ValueKind != JsonValueKind.Null).ToList();
        Assert.Equal(199, refused.Count);
        Assert.All(refused, answer => Assert.Equal("WISH_ALREADY_CLAIMED", answer.GetProperty("refusal").GetProperty("code").GetString()));
        Assert.Equal(1, await _district.ReadAsync<long>($"SELECT count(*) FROM claim WHERE wish_id = '{id}'"));
    }

    [Fact]
    public async Task The_same_key_at_once_makes_one_wish_and_another_wish_with_it_is_refused()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => MakeAsync("key-of-a-wish-3")));
        Assert.Single(ids.Distinct());
        var other = await PayloadAsync("makeWish", $"idempotencyKey: \"key-of-a-wish-3\", title: \"别的\", kind: \"代办帮扶\", position: {Position}");
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", other.GetProperty("refusal").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_activity_takes_as_many_as_it_can_and_not_one_more()
    {
        var id = await PublishAsync("key-of-activity-1", capacity: 10);
        var answers = await Task.WhenAll(Enumerable.Range(1, 40).Select(volunteer => PayloadAsync("signUp", $"activityId: \"{id}\", volunteerId: {volunteer}", "activity { id }")));
        Assert.Equal(30, answers.Count(answer => answer.GetProperty("refusal").ValueKind != JsonValueKind.Null
            && answer.GetProperty("refusal").GetProperty("code").GetString() == "ACTIVITY_FULL"));
        var activity = (await _server.Client.QueryAsync($"{{ activity(id: \"{id}\") {{ signupCount signups {{ volunteer {{ name }} minutes }} state team {{ name }} }} }}")).GetProperty("activity");
        Assert.Equal(10, activity.GetProperty("signupCount").GetInt32());
        Assert.Equal(10, activity.GetProperty("signups").GetArrayLength());

        Assert.Equal(JsonValueKind.Null, (await PayloadAsync("cancelActivity", $"id: \"{id}\"", "activity { state }")).GetProperty("refusal").ValueKind);
        Assert.Equal("ACTIVITY_OVER", (await PayloadAsync("signUp", $"activityId: \"{id}\", volunteerId: 50", "activity { id }")).GetProperty("refusal").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Signing_up_twice_is_once()
    {
        var id = await PublishAsync("key-of-activity-2", capacity: 1);
        for (var time = 0; time < 2; time++)
        {
            var payload = await PayloadAsync("signUp", $"activityId: \"{id}\", volunteerId: 7", "activity { signupCount }");
            Assert.Equal("""{"activity":{"signupCount":1},"refusal":null}""", payload.GetRawText());
        }
    }

    [Theory]
    [InlineData("makeWish", "idempotencyKey: \"short\", title: \"a\", kind: \"b\", position: { longitude: 113.005, latitude: 40.005 }", "IDEMPOTENCY_KEY_MALFORMED")]
    [InlineData("makeWish", "idempotencyKey: \"long enough\", title: \"a\", kind: \"b\", position: { longitude: 113.005, latitude: 40.005 }", "IDEMPOTENCY_KEY_MALFORMED")]
    [InlineData("makeWish", "idempotencyKey: \"long-enough\", title: \" \", kind: \"b\", position: { longitude: 113.005, latitude: 40.005 }", "TEXT_LENGTH")]
    [InlineData("makeWish", "idempotencyKey: \"long-enough\", title: \"a\", kind: \"b\", position: { longitude: 1, latitude: 1 }", "POSITION_OUTSIDE_DISTRICT")]
    [InlineData("dispatchWish", "id: \"00000000-0000-0000-0000-000000000009\"", "WISH_UNKNOWN")]
    [InlineData("dispatchWish", "id: \"nine\"", "ID_MALFORMED")]
    [InlineData("claimWish", "id: \"00000000-0000-0000-0000-000000000009\", volunteerId: 9999", "VOLUNTEER_UNKNOWN")]
    [InlineData("rateWish", "id: \"00000000-0000-0000-0000-000000000009\", rating: 6", "RATING_OUT_OF_RANGE")]
    public async Task What_cannot_be_is_refused_and_nothing_is_written(string mutation, string input, string code)
    {
        var before = await _district.ReadAsync<long>("SELECT count(*) FROM change");
        var payload = await PayloadAsync(mutation, input);
        Assert.Equal(code, payload.GetProperty("refusal").GetProperty("code").GetString());
        Assert.NotEmpty(payload.GetProperty("refusal").GetProperty("messageZh").GetString()!);
        Assert.Equal(before, await _district.ReadAsync<long>("SELECT count(*) FROM change"));
    }

    [Fact]
    public async Task Who_only_looks_changes_nothing_and_sees_what_lies_in_their_area()
    {
        var id = await MakeAsync("key-of-a-wish-4");
        var here = await _server.SignInAsync(Role.Viewer, "140214001001001");
        var beside = await _server.SignInAsync(Role.GridManager, "140214001001002");
        Assert.Equal(1, Total(await here.QueryAsync("{ wishes { totalCount } }")));
        Assert.Equal(0, Total(await beside.QueryAsync("{ wishes { totalCount } }")));
        Assert.Equal(0, Total(await beside.QueryAsync("{ wishes(filter: { within: 11 }) { totalCount } }")));
        Assert.Equal(JsonValueKind.Null, (await beside.QueryAsync($"{{ wish(id: \"{id}\") {{ id }} }}")).GetProperty("wish").ValueKind);
        foreach (var client in new[] { here, beside })
        {
            var payload = (await client.QueryAsync($"mutation {{ dispatchWish(input: {{ id: \"{id}\" }}) {{ refusal {{ code }} }} }}")).GetProperty("dispatchWish");
            Assert.Equal("NOT_ALLOWED", payload.GetProperty("refusal").GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Lists_are_kept_by_what_is_asked_and_go_page_by_page()
    {
        for (var number = 0; number < 5; number++)
        {
            await MakeAsync($"key-of-list-{number}");
        }

        await StepAsync("dispatchWish", $"id: \"{await MakeAsync("key-of-list-0")}\"");
        Assert.Equal(5, Total(await _server.Client.QueryAsync("{ wishes { totalCount } }")));
        Assert.Equal(1, Total(await _server.Client.QueryAsync("{ wishes(filter: { states: [DISPATCHED] }) { totalCount } }")));
        Assert.Equal(0, Total(await _server.Client.QueryAsync("{ wishes(filter: { kinds: [\"无\"] }) { totalCount } }")));
        Assert.Equal(0, Total(await _server.Client.QueryAsync("{ wishes(filter: { madeUntil: \"2020-01-01T00:00:00Z\" }) { totalCount } }")));
        Assert.Equal(5, Total(await _server.Client.QueryAsync("{ wishes(filter: { within: 3, bounds: { west: 113, south: 40, east: 113.01, north: 40.01 } }) { totalCount } }")));

        var numbers = new List<string>();
        for (var after = "null"; ;)
        {
            var page = (await _server.Client.QueryAsync($"{{ wishes(first: 2, after: {after}) {{ nodes {{ number }} pageInfo {{ hasNextPage endCursor }} }} }}")).GetProperty("wishes");
            numbers.AddRange(page.GetProperty("nodes").EnumerateArray().Select(wish => wish.GetProperty("number").GetString()!));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                break;
            }

            after = $"\"{page.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"";
        }

        Assert.Equal(numbers.OrderDescending(StringComparer.Ordinal), numbers);
        Assert.Equal(5, numbers.Count);
    }

    private static int Total(JsonElement data) => data.GetProperty("wishes").GetProperty("totalCount").GetInt32();

    private async Task<string> MakeAsync(string key)
    {
        var payload = await PayloadAsync("makeWish", $"idempotencyKey: \"{key}\", title: \"教老人用手机\", kind: \"代办帮扶\", position: {Position}");
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("refusal").ValueKind);
        return payload.GetProperty("wish").GetProperty("id").GetString()!;
    }

    private async Task<string> PublishAsync(string key, int capacity)
    {
        var payload = await PayloadAsync(
            "publishActivity",
            $"idempotencyKey: \"{key}\", teamId: 1, title: \"清洁家园\", kind: \"环境清洁\", address: \"和平路\", position: {Position}, "
                + $"startsAt: \"{DateTimeOffset.UtcNow.AddHours(1):O}\", endsAt: \"{DateTimeOffset.UtcNow.AddHours(3):O}\", capacity: {capacity}",
            "activity { id }");
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("refusal").ValueKind);
        return payload.GetProperty("activity").GetProperty("id").GetString()!;
    }

    private async Task StepAsync(string mutation, string input) =>
        Assert.Equal(JsonValueKind.Null, (await PayloadAsync(mutation, input)).GetProperty("refusal").ValueKind);

    private async Task<JsonElement> PayloadAsync(string mutation, string input, string selection = "wish { id state }") =>
        (await _server.Client.QueryAsync($"mutation {{ {mutation}(input: {{ {input} }}) {{ {selection} refusal {{ code messageZh }} }} }}")).GetProperty(mutation);
}
