using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using GridMap.Testing;

namespace GridMap.Server.Tests.Live;

public sealed class LiveHubTests : IAsyncLifetime
{
    private LiveDistrict _district = null!;

    public async Task InitializeAsync() => _district = await LiveDistrict.CreateAsync();

    public async Task DisposeAsync() => await _district.DisposeAsync();

    [Fact]
    public async Task A_first_client_is_welcomed_told_to_read_the_state_and_then_gets_what_happens()
    {
        await using var server = await _district.StartServerAsync();
        await using var client = await HubClient.FollowAsync(server);
        var welcome = await client.NextFrameAsync();
        var resync = await client.NextFrameAsync();
        Assert.Equal("welcome", welcome.GetProperty("kind").GetString());
        Assert.Equal("resync", resync.GetProperty("kind").GetString());
        Assert.Equal("no_cursor", resync.GetProperty("reason").GetString());

        var number = await LiveDistrict.ReportAsync(server, "垃圾满溢");
        var item = (await client.NextFrameAsync("changes")).GetProperty("items")[0];
        Assert.Equal("incident", item.GetProperty("topic").GetString());
        Assert.Equal("upsert", item.GetProperty("op").GetString());
        Assert.Equal(number, item.GetProperty("data").GetProperty("number").GetString());
        Assert.Equal(11, item.GetProperty("data").GetProperty("gridId").GetInt32());
    }

    [Fact]
    public async Task What_was_acknowledged_before_the_server_died_reaches_a_client_that_comes_back_with_its_cursor()
    {
        string cursor;
        await using (var first = await _district.StartServerAsync())
        {
            await using var client = await HubClient.FollowAsync(first);
            await LiveDistrict.ReportAsync(first, "看到的");
            (cursor, _) = await client.ReadUntilAsync("看到的");
            await client.DisposeAsync();
            await LiveDistrict.ReportAsync(first, "没看到的");
        }

        await using var second = await _district.StartServerAsync();
        await using var returned = await HubClient.FollowAsync(second, cursor);
        await LiveDistrict.ReportAsync(second, "之后的");
        var (_, seen) = await returned.ReadUntilAsync("之后的");
        Assert.Equal(["没看到的", "之后的"], seen);
    }

    [Theory]
    [InlineData("not a cursor", "other_database")]
    [InlineData("00000000000000000000000000000001.5.5", "other_database")]
    [InlineData("EPOCH.0.0", "no_cursor")]
    [InlineData("EPOCH.18446744073709551615.1", "other_database")]
    public async Task A_cursor_that_says_nothing_here_leads_to_a_resync(string cursor, string reason)
    {
        await using var server = await _district.StartServerAsync();
        var epoch = (await _district.ReadAsync<Guid>("SELECT epoch FROM change_log")).ToString("N");
        await using var client = await HubClient.FollowAsync(server, cursor.Replace("EPOCH", epoch, StringComparison.Ordinal));
        Assert.Equal(reason, (await client.NextFrameAsync("resync")).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_cursor_from_before_the_floor_leads_to_a_resync()
    {
        await using var server = await _district.StartServerAsync();
        await using var client = await HubClient.FollowAsync(server);
        await LiveDistrict.ReportAsync(server, "旧");
        var (cursor, _) = await client.ReadUntilAsync("旧");
        await LiveDistrict.ReportAsync(server, "新");
        await client.ReadUntilAsync("新");
        await GridMap.Platform.Live.PruneChanges.RunAsync(_district.Database.DataSource, DateTimeOffset.UtcNow.AddDays(1), 10, CancellationToken.None);
        Assert.Equal(0L, await _district.ReadAsync<long>("SELECT count(*) FROM change"));

        await using var late = await HubClient.FollowAsync(server, cursor);
        Assert.Equal("cursor_too_old", (await late.NextFrameAsync("resync")).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_feed_outlives_every_connection_to_the_database()
    {
        await using var server = await _district.StartServerAsync();
        await using var client = await HubClient.FollowAsync(server);
        await client.NextFrameAsync("resync");
        await _district.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        // What was broken off is sent again with the same key, as a client of the standard would.
        while ((await SendAsync(server)).StatusCode != HttpStatusCode.Created)
        {
            await Task.Delay(20);
        }

        var (_, seen) = await client.ReadUntilAsync("恢复之后");
        Assert.Single(seen);
        Assert.Equal(1L, await _district.ReadAsync<long>("SELECT count(*) FROM incident"));
    }

    [Fact]
    public async Task Only_the_topics_that_were_asked_for_arrive()
    {
        await using var server = await _district.StartServerAsync();
        await using var client = await HubClient.FollowAsync(server, topics: ["wish"]);
        await client.NextFrameAsync("resync");
        await LiveDistrict.ReportAsync(server, "不关心");
        await _district.ExecuteAsync("SELECT record_change('wish', '7', 'delete', NULL, NULL)");
        var item = Assert.Single((await client.NextFrameAsync("changes")).GetProperty("items").EnumerateArray());
        Assert.Equal("wish", item.GetProperty("topic").GetString());
        Assert.Equal("delete", item.GetProperty("op").GetString());
        Assert.False(item.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task When_nothing_happens_a_heartbeat_carries_the_cursor()
    {
        await using var server = await _district.StartServerAsync();
        await using var client = await HubClient.FollowAsync(server);
        var resync = await client.NextFrameAsync("resync");
        var heartbeat = await client.NextFrameAsync("heartbeat");
        Assert.Equal(resync.GetProperty("cursor").GetString(), heartbeat.GetProperty("cursor").GetString());
    }

    [Theory]
    [InlineData("""{"cursor":null,"topics":["gossip"],"viewport":null}""", "TOPIC_UNKNOWN")]
    [InlineData("""{"cursor":null,"topics":[null],"viewport":null}""", "TOPIC_UNKNOWN")]
    [InlineData("""{"cursor":null,"topics":null,"viewport":[1,2,3]}""", "VIEWPORT_INVALID")]
    [InlineData("""{"cursor":null,"topics":null,"viewport":[114,40,113,41]}""", "VIEWPORT_INVALID")]
    [InlineData("null", "FOLLOW_MALFORMED")]
    [InlineData("\"hello\"", "")]
    [InlineData("""{"cursor":5,"topics":"x","viewport":{}}""", "")]
    public async Task A_malformed_request_is_refused_and_the_connection_lives_on(string request, string code)
    {
        await using var server = await _district.StartServerAsync();
        await using var client = await HubClient.ConnectAsync(server);
        await client.StreamAsync(JsonNode.Parse(request));
        Assert.Contains(code, await client.CompletionAsync("1") ?? "no error", StringComparison.Ordinal);
        await client.StreamAsync(new JsonObject());
        Assert.Equal("welcome", (await client.NextFrameAsync()).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_viewport_cannot_be_moved_before_following_or_to_nonsense()
    {
        await using var server = await _district.StartServerAsync();
        await using var client = await HubClient.ConnectAsync(server);
        await client.InvokeAsync("SetViewport", new JsonArray(1, 2, 3, 4));
        Assert.Contains("NOT_FOLLOWING", await client.CompletionAsync("2"), StringComparison.Ordinal);
        await client.StreamAsync(new JsonObject());
        await client.NextFrameAsync("welcome");
        await client.InvokeAsync("SetViewport", new JsonArray(1, 2));
        Assert.Contains("VIEWPORT_INVALID", await client.CompletionAsync("2"), StringComparison.Ordinal);
        await client.InvokeAsync("SetViewport", new JsonArray(1, 2, 3, 4));
        Assert.Null(await client.CompletionAsync("2"));
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("null")]
    [InlineData("file://")]
    public async Task A_page_of_a_foreign_site_cannot_open_the_hub(string origin)
    {
        await using var server = await _district.StartServerAsync();
        await Assert.ThrowsAsync<WebSocketException>(() => HubClient.ConnectAsync(server, origin));
        await using var own = await HubClient.ConnectAsync(server, $"http://{server.Address.Authority}");
    }

    private static async Task<HttpResponseMessage> SendAsync(TestServer server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/open311/v2/requests.json") { Content = LiveDistrict.Form("恢复之后") };
        request.Headers.Add("Idempotency-Key", "after-the-fault");
        return await server.Client.SendAsync(request);
    }
}
