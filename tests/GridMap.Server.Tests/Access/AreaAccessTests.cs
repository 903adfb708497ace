using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Server.Tests.Live;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Access;

/// <summary>Two grids, a viewer of each: neither reads, finds or hears what happens in the other's.</summary>
public sealed class AreaAccessTests : IAsyncLifetime
{
    private const string FirstGrid = "140214001001001";
    private const string SecondGrid = "140214001001002";

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
    public async Task Incidents_are_listed_opened_and_found_in_ones_own_area_only()
    {
        var number = await LiveDistrict.ReportAsync(_server, "在第一网格");
        var inside = await _server.SignInAsync(Role.Viewer, FirstGrid);
        var above = await _server.SignInAsync(Role.Viewer, "140214001");
        var outside = await _server.SignInAsync(Role.Viewer, SecondGrid);
        foreach (var (client, count) in new[] { (inside, 1), (above, 1), (outside, 0) })
        {
            var lists = await client.QueryAsync($"{{ incidents(filter: {{isOpen: true}}) {{ totalCount }} search(text: \"{number}\") {{ id }} }}");
            Assert.Equal(count, lists.GetProperty("incidents").GetProperty("totalCount").GetInt32());
            Assert.Equal(count, lists.GetProperty("search").GetArrayLength());
            Assert.Equal(count, (await ReadAsync(client, "/open311/v2/requests.json")).GetArrayLength());
            var found = await client.QueryAsync($"{{ incident(number: \"{number}\") {{ number }} }}");
            Assert.Equal(count == 1 ? JsonValueKind.Object : JsonValueKind.Null, found.GetProperty("incident").ValueKind);
            Assert.Equal(count == 1 ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"/open311/v2/requests/{number}.json")).StatusCode);
        }
    }

    [Fact]
    public async Task Patrols_are_listed_opened_and_found_in_ones_own_area_only()
    {
        var outside = await _server.SignInAsync(Role.Viewer, SecondGrid);
        var items = (await ReadAsync(outside, "/api/patrols/on-duty")).GetProperty("items").EnumerateArray();
        Assert.Equal([2], items.Select(item => item.GetProperty("id").GetInt32()));
        var asked = await outside.QueryAsync("{ theirs: patrol(id: 1) { id } ours: patrol(id: 2) { id } }");
        Assert.Equal("""{"theirs":null,"ours":{"id":"2"}}""", asked.GetRawText());
        Assert.Equal(0, (await outside.QueryAsync("""{ search(text: "张建国") { id } }""")).GetProperty("search").GetArrayLength());
        var everywhere = await ReadAsync(await _server.SignInAsync(Role.Viewer), "/api/patrols/on-duty");
        Assert.Equal(3, everywhere.GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _server.SignInAsync(Role.Field)).GetAsync("/api/patrols/on-duty")).StatusCode);
    }

    [Fact]
    public async Task The_feed_tells_each_of_their_own_grids_and_a_catching_up_client_too()
    {
        var outside = await _server.SignInAsync(Role.Viewer, SecondGrid);
        await using var client = await HubClient.FollowAsync(_server, outside);
        await client.NextFrameAsync("resync");
        await _district.ExecuteAsync("SELECT record_change('wish', '1', 'upsert', 12, NULL)");
        var cursor = (await client.NextFrameAsync("changes")).GetProperty("cursor").GetString();
        await LiveDistrict.ReportAsync(_server, "不该看到");
        // What comes after it in the log arrives, so it did not come late.
        await _district.ExecuteAsync("SELECT record_change('incident', 'b', 'delete', NULL, NULL), record_change('facility', '7', 'upsert', 11, NULL)");
        Assert.Equal(["facility"], await TopicsAsync(client, "facility"));

        await using var returned = await HubClient.FollowAsync(_server.Address, outside.DefaultRequestHeaders.GetValues("Cookie").Single(), cursor);
        Assert.Equal(["facility"], await TopicsAsync(returned, "facility"));
        await using var whole = await HubClient.FollowAsync(_server.Address, _server.Client.DefaultRequestHeaders.GetValues("Cookie").Single(), cursor);
        Assert.Equal(["incident", "incident", "facility"], await TopicsAsync(whole, "facility"));
    }

    [Fact]
    public async Task Positions_are_those_of_the_patrols_of_ones_own_grids()
    {
        foreach (var device in new[] { "device-1", "device-2", "device-3" })
        {
            Assert.Equal(HttpStatusCode.OK, (await _server.Connect(null).GetAsync($"/osmand?id={device}&lat=40.005&lon=113.005&timestamp={DateTimeOffset.UtcNow.ToUnixTimeSeconds()}")).StatusCode);
        }

        await using var client = await HubClient.FollowAsync(_server, await _server.SignInAsync(Role.Viewer, SecondGrid));
        var positions = await client.NextFrameAsync("positions");
        Assert.Equal(2u, Assert.Single(PositionFrame.Read(positions)).Id);
        await using var field = await HubClient.FollowAsync(_server, await _server.SignInAsync(Role.Field));
        await field.NextFrameAsync("resync");
        Assert.Equal("heartbeat", (await field.NextFrameAsync()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_revoked_session_ends_its_feed_within_seconds()
    {
        await using var client = await HubClient.FollowAsync(_server, await _server.SignInAsync(Role.Viewer));
        await client.NextFrameAsync("resync");
        await _district.ExecuteAsync("UPDATE session SET revoked_at = now()");
        var bye = await client.NextFrameAsync("bye").WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("signed_out", bye.GetProperty("reason").GetString());
        await Assert.ThrowsAnyAsync<Exception>(() => client.NextFrameAsync("heartbeat").WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_role_that_is_taken_away_ends_the_feed_so_that_it_begins_anew()
    {
        var both = await _server.OpenSessionAsync(new RoleInArea(Role.Viewer, FirstGrid), new RoleInArea(Role.Viewer, SecondGrid));
        await using var client = await HubClient.FollowAsync(_server, _server.Connect(both));
        await client.NextFrameAsync("resync");
        await _district.ExecuteAsync("DELETE FROM account_role WHERE area_id = 11");
        Assert.Equal("access_changed", (await client.NextFrameAsync("bye").WaitAsync(TimeSpan.FromSeconds(10))).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_new_area_in_the_tree_does_not_end_the_feed_of_whom_it_does_not_concern()
    {
        await using var client = await HubClient.FollowAsync(_server, await _server.SignInAsync(Role.Viewer, SecondGrid));
        await client.NextFrameAsync("resync");
        await _district.ExecuteAsync("SELECT record_change('area', '3', 'upsert', NULL, NULL)");
        Assert.Equal(["area"], await TopicsAsync(client, "area"));
        Assert.Equal("heartbeat", (await client.NextFrameAsync("heartbeat")).GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData(FirstGrid, HttpStatusCode.Created)]
    [InlineData(SecondGrid, HttpStatusCode.Forbidden)]
    public async Task A_token_of_an_area_reports_there_only_by_header_and_by_api_key(string area, HttpStatusCode status)
    {
        var key = (await _server.Services.GetRequiredService<AddServiceToken>().RunAsync(
            new NewServiceToken("app", ["incident.report"], area, null, Replaces: true), "test", CancellationToken.None)).Value;
        var bearer = _server.Connect(null);
        bearer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal(status, (await bearer.PostAsync("/open311/v2/requests.json", LiveDistrict.Form("令牌"))).StatusCode);
        var form = await LiveDistrict.Form("令牌").ReadAsStringAsync() + $"&api_key={key}";
        var sent = new StringContent(form, MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"));
        Assert.Equal(status, (await _server.Connect(null).PostAsync("/open311/v2/requests.json", sent)).StatusCode);
    }

    [Fact]
    public async Task Without_a_token_one_reports_on_the_own_machine_only_and_reads_nothing()
    {
        Assert.Equal(HttpStatusCode.Created, (await _server.Connect(null).PostAsync("/open311/v2/requests.json", LiveDistrict.Form("本机"))).StatusCode);
        var proxied = _server.Connect(null);
        proxied.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal(HttpStatusCode.Forbidden, (await proxied.PostAsync("/open311/v2/requests.json", LiveDistrict.Form("远处"))).StatusCode);
        var foreign = _server.Connect(null);
        foreign.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await foreign.PostAsync("/open311/v2/requests.json", LiveDistrict.Form("外站"))).StatusCode);
        var read = await _server.Connect(null).GetAsync("/open311/v2/requests.json");
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        Assert.Contains("API_KEY_NEEDED", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM incident"));
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client, string path) => await client.GetFromJsonAsync<JsonElement>(path);

    /// <summary>What is told up to the first of a topic, in as many frames as it takes; without the tiles that follow from facts, which are everybody's.</summary>
    private static async Task<List<string?>> TopicsAsync(HubClient client, string last)
    {
        var topics = new List<string?>();
        while (!topics.Contains(last))
        {
            var items = (await client.NextFrameAsync("changes")).GetProperty("items").EnumerateArray();
            topics.AddRange(items.Select(item => item.GetProperty("topic").GetString()).Where(topic => topic != "tiles"));
        }

        return topics;
    }
}
