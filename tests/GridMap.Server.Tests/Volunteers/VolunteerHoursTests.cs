using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Server.Tests.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Volunteers;

/// <summary>Activities from publication to hours, and what is earned by them and by wishes, with a clock that the test moves.</summary>
public sealed class VolunteerHoursTests : IAsyncLifetime
{
    private const string There = "{ longitude: 113.005, latitude: 40.005 }";

    private readonly MovedClock _clock = new();
    private LiveDistrict _district = null!;
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _district = await LiveDistrict.CreateAsync();
        await _district.ExecuteAsync("""
            INSERT INTO volunteer_team (id, name, kind, community_id) VALUES (1, '邻里互助队', '邻里互助', 3);
            INSERT INTO volunteer (id, team_id, name) SELECT number, 1, '志愿者' || number FROM generate_series(1, 5) AS number;
            """);
        _server = await _district.StartServerAsync(services => services.AddSingleton<TimeProvider>(_clock));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _district.DisposeAsync();
    }

    [Fact]
    public async Task Who_signed_up_and_was_there_gets_minutes_and_points_once()
    {
        var id = await PublishAsync();
        await DoAsync("signUp", $"activityId: \"{id}\", volunteerId: 1");
        await DoAsync("signUp", $"activityId: \"{id}\", volunteerId: 2");
        Assert.Equal("ACTIVITY_NOT_BEGUN", await RefusalAsync("checkInVolunteer", $"activityId: \"{id}\", volunteerId: 1, position: {There}"));
        Assert.Equal("ACTIVITY_NOT_BEGUN", await RefusalAsync("finishActivity", $"id: \"{id}\""));
        _clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal("NOT_SIGNED_UP", await RefusalAsync("checkInVolunteer", $"activityId: \"{id}\", volunteerId: 3, position: {There}"));
        Assert.Equal("CHECK_IN_TOO_FAR", await RefusalAsync("checkInVolunteer", $"activityId: \"{id}\", volunteerId: 1, position: {{ longitude: 113.0285, latitude: 40.005 }}"));
        Assert.Equal("VOLUNTEER_UNKNOWN", await RefusalAsync("checkInVolunteer", $"activityId: \"{id}\", volunteerId: 99, position: {There}"));
        Assert.Equal("RUNNING", await DoAsync("checkInVolunteer", $"activityId: \"{id}\", volunteerId: 1, position: {There}"));
        _clock.Advance(TimeSpan.FromMinutes(60));
        await DoAsync("checkInVolunteer", $"activityId: \"{id}\", volunteerId: 1, position: {There}");
        Assert.Equal("DONE", await DoAsync("finishActivity", $"id: \"{id}\""));
        Assert.Equal("ACTIVITY_OVER", await RefusalAsync("finishActivity", $"id: \"{id}\""));
        Assert.Equal("ACTIVITY_OVER", await RefusalAsync("signUp", $"activityId: \"{id}\", volunteerId: 3"));

        // Checked in before the start, at which the minutes begin.
        var signups = (await _server.Client.QueryAsync($"{{ activity(id: \"{id}\") {{ signups {{ volunteer {{ id }} minutes }} }} }}")).GetProperty("activity").GetProperty("signups");
        Assert.Equal(45, signups[0].GetProperty("minutes").GetInt32(), tolerance: 1);
        Assert.Equal(JsonValueKind.Null, signups[1].GetProperty("minutes").ValueKind);
        var earned = await EarnedAsync(1);
        Assert.InRange(earned.GetProperty("points").GetInt32(), 2, 3);
        Assert.Equal(signups[0].GetProperty("minutes").GetInt32(), earned.GetProperty("serviceMinutes").GetInt32());
        Assert.Equal("2026.1", Assert.Single(earned.GetProperty("ledger").EnumerateArray()).GetProperty("ruleVersion").GetString());
        Assert.Equal(0, (await EarnedAsync(2)).GetProperty("points").GetInt32());

        // A team is what its volunteers are together; who may see none of its community sees no team.
        var team = (await _server.Client.QueryAsync("{ volunteerTeam(id: 1) { name members points serviceMinutes } }")).GetProperty("volunteerTeam");
        Assert.Equal(
            ("邻里互助队", 5, earned.GetProperty("points").GetInt32(), earned.GetProperty("serviceMinutes").GetInt32()),
            (team.GetProperty("name").GetString(), team.GetProperty("members").GetInt32(), team.GetProperty("points").GetInt32(), team.GetProperty("serviceMinutes").GetInt32()));
        Assert.Equal("1", Assert.Single((await _server.Client.QueryAsync("{ volunteerTeams { id } }")).GetProperty("volunteerTeams").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(1, await ActivitiesOfAsync(1));
        Assert.Equal(0, await ActivitiesOfAsync(2));
        Assert.Equal(JsonValueKind.Null, (await _server.Client.QueryAsync("{ volunteerTeam(id: 2) { name } }")).GetProperty("volunteerTeam").ValueKind);
        Assert.Equal("FIRST_OUT_OF_RANGE", await _server.Client.ErrorCodeAsync("{ volunteerTeams(first: 51) { id } }"));
        Assert.Equal(5L, await _district.ReadAsync<long>($"SELECT count(*) FROM change WHERE topic = 'activity' AND entity_id = '{id}'"));
    }

    private async Task<int> ActivitiesOfAsync(int team) => (await _server.Client.QueryAsync(
        $"{{ activities(filter: {{ teamId: {team} }}) {{ totalCount nodes {{ team {{ id }} }} }} }}")).GetProperty("activities").GetProperty("totalCount").GetInt32();

    [Fact]
    public async Task An_activity_that_many_finish_at_once_is_finished_once()
    {
        var id = await PublishAsync();
        await DoAsync("signUp", $"activityId: \"{id}\", volunteerId: 1");
        _clock.Advance(TimeSpan.FromMinutes(80));
        await DoAsync("checkInVolunteer", $"activityId: \"{id}\", volunteerId: 1, position: {There}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PayloadAsync("finishActivity", $"id: \"{id}\"")));
        Assert.Equal(11, answers.Count(answer => answer.GetProperty("refusal").ValueKind == JsonValueKind.Object));
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM points_entry"));
    }

    [Fact]
    public async Task A_wish_earns_its_points_when_it_is_done_and_more_for_the_best_rating_by_the_rule_in_force()
    {
        await _district.ExecuteAsync("""
            INSERT INTO points_rule VALUES ('2026.2', '2026-02-01', 10, 18, 4);
            INSERT INTO star_level VALUES ('2026.2', 1, 22), ('2026.2', 2, 1000);
            INSERT INTO points_rule VALUES ('2999', '2999-01-01', 1, 1000, 1000)
            """);
        var wish = (await PayloadAsync("makeWish", $"idempotencyKey: \"wish-of-points\", title: \"换灯泡\", kind: \"修理\", position: {There}")).GetProperty("wish").GetProperty("id").GetString();
        await DoAsync("dispatchWish", $"id: \"{wish}\"");
        await DoAsync("claimWish", $"id: \"{wish}\", volunteerId: 4");
        await DoAsync("finishWish", $"id: \"{wish}\"");
        Assert.Equal("WISH_FINISHED", await RefusalAsync("claimWish", $"id: \"{wish}\", volunteerId: 5"));
        Assert.Equal((18, 0), await PointsAndStarsAsync(4));
        await DoAsync("rateWish", $"id: \"{wish}\", rating: 5");
        Assert.Equal((22, 1), await PointsAndStarsAsync(4));
        Assert.Equal("WISH_FINISHED", await RefusalAsync("rateWish", $"id: \"{wish}\", rating: 5"));
        Assert.Equal((22, 1), await PointsAndStarsAsync(4));
        var rules = (await _server.Client.QueryAsync("{ pointsRules { version starPoints } }")).GetProperty("pointsRules");
        Assert.Equal(["2999", "2026.2", "2026.1"], rules.EnumerateArray().Select(rule => rule.GetProperty("version").GetString()));
        Assert.Equal("[20,60,150,300,600]", rules[2].GetProperty("starPoints").GetRawText());
    }

    [Fact]
    public async Task Wishes_and_activities_are_heard_as_they_change()
    {
        var viewer = await _server.SignInAsync(Role.Viewer);
        await using var wishes = await GraphQLEvents.OpenAsync(viewer, "subscription { wishChanged { resync wish { title state } } }");
        await using var activities = await GraphQLEvents.OpenAsync(viewer, "subscription { activityChanged { resync activity { title signupCount } } }");
        await wishes.NextAsync();
        await activities.NextAsync();
        await PayloadAsync("makeWish", $"idempotencyKey: \"wish-that-is-heard\", title: \"陪诊\", kind: \"陪伴\", position: {There}");
        Assert.Equal("""{"resync":false,"wish":{"title":"陪诊","state":"MADE"}}""", Data(await wishes.NextAsync(), "wishChanged"));
        await PublishAsync();
        Assert.Equal("""{"resync":false,"activity":{"title":"义诊","signupCount":0}}""", Data(await activities.NextAsync(), "activityChanged"));
    }

    private static string Data(JsonElement? answer, string field) => Assert.NotNull(answer).GetProperty("data").GetProperty(field).GetRawText();

    private async Task<string> PublishAsync()
    {
        var now = _clock.GetUtcNow();
        var input = $"idempotencyKey: \"{Guid.NewGuid()}\", teamId: 1, title: \"义诊\", kind: \"健康\", address: \"和平路\", position: {There}, capacity: 5, "
            + $"startsAt: \"{now.AddMinutes(75):O}\", endsAt: \"{now.AddMinutes(300):O}\"";
        return (await PayloadAsync("publishActivity", input)).GetProperty("activity").GetProperty("id").GetString()!;
    }

    private async Task<(int Points, int Stars)> PointsAndStarsAsync(int volunteer)
    {
        var earned = await EarnedAsync(volunteer);
        return (earned.GetProperty("points").GetInt32(), earned.GetProperty("stars").GetInt32());
    }

    private async Task<JsonElement> EarnedAsync(int volunteer) => (await _server.Client.QueryAsync(
        $"{{ volunteer(id: {volunteer}) {{ points stars serviceMinutes ledger {{ points reason ruleVersion }} }} }}")).GetProperty("volunteer");

    private async Task<string?> DoAsync(string mutation, string input)
    {
        var payload = await PayloadAsync(mutation, input);
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("refusal").ValueKind);
        return payload.EnumerateObject().First().Value.GetProperty("state").GetString();
    }

    private async Task<string?> RefusalAsync(string mutation, string input) =>
        (await PayloadAsync(mutation, input)).GetProperty("refusal").GetProperty("code").GetString();

    private async Task<JsonElement> PayloadAsync(string mutation, string input)
    {
        var thing = mutation.EndsWith("Wish", StringComparison.Ordinal) ? "wish" : "activity";
        return (await _server.Client.QueryAsync($"mutation {{ {mutation}(input: {{ {input} }}) {{ {thing} {{ id state }} refusal {{ code message messageZh }} }} }}")).GetProperty(mutation);
    }
}
