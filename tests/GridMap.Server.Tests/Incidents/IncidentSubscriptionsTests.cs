using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Testing;

namespace GridMap.Server.Tests.Incidents;

public sealed class IncidentSubscriptionsTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    private const string Query =
        "subscription ($within: ID, $cursor: String) { incidentChanged(within: $within, cursor: $cursor) { cursor resync id incident { number step description } } }";

    [Fact]
    public async Task Without_a_cursor_the_first_event_says_to_read_and_then_every_change_follows_within_a_second()
    {
        await using var events = await OpenAsync(desk.Dispatcher);
        Assert.True((await NextAsync(events)).GetProperty("resync").GetBoolean());
        var (number, fastest) = ("", TimeSpan.MaxValue);
        // The machine may be busy with something else; what counts is the way of the change.
        for (var i = 0; i < 5; i++)
        {
            var sent = Stopwatch.StartNew();
            number = await desk.ReportAsync("新事件");
            var heard = await HearAsync(events, number);
            fastest = sent.Elapsed < fastest ? sent.Elapsed : fastest;
            Assert.False(heard.GetProperty("resync").GetBoolean());
            Assert.Equal((number, "REPORTED"), Incident(heard));
        }

        Assert.InRange(fastest, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await desk.Dispatcher.MoveAsync("registerIncident", number, "REPORTED");
        Assert.Equal((number, "REGISTERED"), Incident(await NextAsync(events)));
    }

    [Fact]
    public async Task From_a_cursor_on_everything_missed_is_told_in_order_and_nothing_twice()
    {
        string cursor;
        await using (var events = await OpenAsync(desk.Dispatcher))
        {
            await NextAsync(events);
            cursor = (await HearAsync(events, await desk.ReportAsync("之前"))).GetProperty("cursor").GetString()!;
        }

        var missed = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            missed.Add(await desk.ReportAsync($"错过 {i}"));
        }

        // Cut off after each event: the next stream goes on behind it, also where several changes were read at once.
        var heard = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            await using var events = await OpenAsync(desk.Dispatcher, cursor: cursor);
            var next = await NextAsync(events);
            heard.Add(Incident(next).Number);
            cursor = next.GetProperty("cursor").GetString()!;
        }

        Assert.Equal(missed, heard);
        await using var live = await OpenAsync(desk.Dispatcher, cursor: cursor);
        var last = await desk.ReportAsync("之后");
        Assert.Equal(last, Incident(await NextAsync(live)).Number);
    }

    [Fact]
    public async Task A_cursor_that_the_log_no_longer_reaches_begins_with_a_resync()
    {
        await using (var before = await OpenAsync(desk.Dispatcher))
        {
            await NextAsync(before);
            await HearAsync(before, await desk.ReportAsync("旧事"));
        }

        await desk.District.ExecuteAsync("UPDATE change_log SET floor_xid = (SELECT max(xid) FROM change), floor_seq = (SELECT max(seq) FROM change)");
        var epoch = await desk.District.ReadAsync<Guid>("SELECT epoch FROM change_log");
        await using var events = await OpenAsync(desk.Dispatcher, cursor: $"{epoch:N}.5.1");
        var first = await NextAsync(events);
        Assert.True(first.GetProperty("resync").GetBoolean());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("incident").ValueKind);
        await HearAsync(events, await desk.ReportAsync("新的开始"));
    }

    [Fact]
    public async Task One_hears_of_the_area_that_was_named_and_of_nothing_outside_ones_own()
    {
        var own = await desk.Server.SignInAsync(Role.Viewer, IncidentDesk.SecondGrid);
        await using var named = await OpenAsync(desk.Dispatcher, within: 12);
        await using var granted = await OpenAsync(own);
        await using var foreign = await OpenAsync(own, within: 11);
        foreach (var events in new[] { named, granted, foreign })
        {
            Assert.True((await NextAsync(events)).GetProperty("resync").GetBoolean());
        }

        var first = await desk.ReportAsync("在第一网格");
        var second = await desk.ReportAsync("在第二网格", inSecondGrid: true);
        await HearAsync(named, second, never: first);
        await HearAsync(granted, second, never: first);
    }

    [Fact]
    public async Task When_the_session_ends_so_does_the_stream()
    {
        var key = await desk.Server.OpenSessionAsync(new RoleInArea(Role.Viewer, null));
        await using var events = await OpenAsync(desk.Server.Connect(key));
        await NextAsync(events);
        await desk.District.ExecuteAsync("UPDATE session SET revoked_at = now() WHERE id = (SELECT id FROM session ORDER BY created_at DESC LIMIT 1)");
        var last = Assert.NotNull(await events.NextAsync());
        Assert.Equal("SESSION_ENDED", last.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.Null(await events.NextAsync());
    }

    [Theory]
    [InlineData("within: \"x\"", "ID_MALFORMED")]
    [InlineData("cursor: \"x\"", "CURSOR_MALFORMED")]
    [InlineData("cursor: \"\"", "CURSOR_MALFORMED")]
    public async Task What_cannot_be_followed_is_refused(string arguments, string code)
    {
        await using var events = await GraphQLEvents.OpenAsync(desk.Dispatcher, $"subscription {{ incidentChanged({arguments}) {{ cursor }} }}");
        var answer = await events.NextAsync();
        Assert.Equal(code, answer!.Value.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_socket_hears_what_its_session_may_hear()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        var key = await desk.Server.OpenSessionAsync(new RoleInArea(Role.Viewer, IncidentDesk.SecondGrid));
        socket.Options.SetRequestHeader("Cookie", SignIns.CookieOf(key));
        await socket.ConnectAsync(new UriBuilder(desk.Server.Address) { Scheme = "ws", Path = "/graphql" }.Uri, limit.Token);
        await SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("connection_ack", (await ReceiveAsync()).GetProperty("type").GetString());
        await SendAsync("""{"type":"subscribe","id":"1","payload":{"query":"subscription { incidentChanged { resync incident { number } } }"}}""");
        Assert.True((await ReceiveAsync()).GetProperty("payload").GetProperty("data").GetProperty("incidentChanged").GetProperty("resync").GetBoolean());
        await desk.ReportAsync("在别处");
        var own = await desk.ReportAsync("在这里", inSecondGrid: true);
        var heard = (await ReceiveAsync()).GetProperty("payload").GetProperty("data").GetProperty("incidentChanged").GetProperty("incident");
        Assert.Equal(own, heard.GetProperty("number").GetString());

        Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, limit.Token);

        async Task<JsonElement> ReceiveAsync()
        {
            var buffer = new byte[16 * 1024];
            var received = await socket.ReceiveAsync(buffer, limit.Token);
            return JsonDocument.Parse(buffer.AsMemory(0, received.Count)).RootElement;
        }
    }

    [Fact]
    public async Task Fifty_who_move_incidents_at_once_are_all_heard()
    {
        await using var events = await OpenAsync(desk.Dispatcher);
        await NextAsync(events);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => desk.ReportAsync(string.Create(CultureInfo.InvariantCulture, $"同时 {i}"))));
        await Task.WhenAll(numbers.Select(number => desk.Dispatcher.MoveAsync("registerIncident", number, "REPORTED")));
        var left = numbers.ToHashSet();
        while (left.Count > 0)
        {
            var (number, step) = Incident(await NextAsync(events));
            if (step == "REGISTERED")
            {
                left.Remove(number);
            }
        }
    }

    private static Task<GraphQLEvents> OpenAsync(HttpClient client, int? within = null, string? cursor = null) =>
        GraphQLEvents.OpenAsync(client, Query, new { within, cursor });

    private static async Task<JsonElement> NextAsync(GraphQLEvents events)
    {
        var answer = Assert.NotNull(await events.NextAsync());
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("incidentChanged");
    }

    /// <summary>
    /// Listens until the change of one incident comes. What other tests of the class have left may still come after the stream has begun:
    /// who is told to read is told at least everything that follows.
    /// </summary>
    private static async Task<JsonElement> HearAsync(GraphQLEvents events, string number, string? never = null)
    {
        while (true)
        {
            var heard = await NextAsync(events);
            Assert.NotEqual(never, Incident(heard).Number);
            if (Incident(heard).Number == number)
            {
                return heard;
            }
        }
    }

    private static (string Number, string Step) Incident(JsonElement change) =>
        (change.GetProperty("incident").GetProperty("number").GetString()!, change.GetProperty("incident").GetProperty("step").GetString()!);
}
