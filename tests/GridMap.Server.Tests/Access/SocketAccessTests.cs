using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Server.Tests.Incidents;
using GridMap.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Server.Tests.Access;

/// <summary>Who opens a GraphQL socket or stream, for how long they hold it, and which pages may ask at all.</summary>
public sealed class SocketAccessTests(IncidentDesk desk) : IClassFixture<IncidentDesk>
{
    private const string Watching = "subscription { incidentChanged { resync } }";

    private const string Acknowledged = """{"type":"connection_ack"}""";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_token_or_a_session_in_the_first_message_opens_a_socket()
    {
        foreach (var key in new[] { await TokenAsync("map.read"), await desk.Server.OpenSessionAsync(new RoleInArea(Role.Viewer, null)) })
        {
            using var socket = await ConnectAsync();
            Assert.Equal(Acknowledged, await BeginAsync(socket, $$"""{"authorization":"Bearer {{key}}"}"""));
            await SendAsync(socket, """{"type":"subscribe","id":"1","payload":{"query":"{ place { name } }"}}""");
            Assert.Contains("测试区", await ReceiveAsync(socket), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"authorization":null}""")]
    [InlineData("""{"authorization":5}""")]
    [InlineData("""{"authorization":"Bearer gm_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""")]
    [InlineData("""{"authorization":"Basic YTpi"}""")]
    public async Task Whom_nobody_knows_is_told_to_sign_in(string payload)
    {
        using var socket = await ConnectAsync();
        Assert.Equal("4401 UNAUTHENTICATED", await BeginAsync(socket, payload));
    }

    [Fact]
    public async Task A_token_that_may_not_see_the_map_is_forbidden_and_a_bad_one_is_not_saved_by_a_good_cookie()
    {
        using var blind = await ConnectAsync();
        Assert.Equal("4403 NOT_ALLOWED", await BeginAsync(blind, $$"""{"authorization":"Bearer {{await TokenAsync("position.report")}}"}"""));
        using var both = await ConnectAsync(await desk.Server.OpenSessionAsync(new RoleInArea(Role.Viewer, null)));
        Assert.Equal("4401 UNAUTHENTICATED", await BeginAsync(both, """{"authorization":"Bearer nonsense"}"""));
    }

    [Fact]
    public async Task An_ended_session_at_the_upgrade_is_told_by_the_close_because_a_browser_cannot_read_a_status()
    {
        using var socket = await ConnectAsync(SecretKey.Create());
        Assert.Equal("4401 UNAUTHENTICATED", await BeginAsync(socket, "null"));
    }

    [Fact]
    public async Task Nothing_is_answered_before_the_first_message()
    {
        using var socket = await ConnectAsync(await desk.Server.OpenSessionAsync(new RoleInArea(Role.Viewer, null)));
        await SendAsync(socket, """{"type":"subscribe","id":"1","payload":{"query":"{ place { name } }"}}""");
        Assert.Equal("4401 Unauthorized", await ReceiveAsync(socket));
    }

    [Theory]
    [InlineData("UPDATE session SET revoked_at = now()", "4401 SESSION_ENDED")]
    [InlineData("UPDATE account SET is_disabled = true", "4401 SESSION_ENDED")]
    [InlineData("UPDATE session SET ends_at = now() - interval '1 second', created_at = now() - interval '1 day'", "4401 SESSION_ENDED")]
    [InlineData("UPDATE account_role SET role = 'dispatcher'", "4403 ACCESS_CHANGED")]
    [InlineData("DELETE FROM account_role", "4403 ACCESS_CHANGED")]
    public async Task A_socket_ends_with_the_right_to_it_whether_it_watches_or_not(string change, string close)
    {
        var key = await desk.Server.OpenSessionAsync(new RoleInArea(Role.Viewer, null));
        using var silent = await ConnectAsync(key);
        Assert.Equal(Acknowledged, await BeginAsync(silent, "null"));
        await using var stream = await GraphQLEvents.OpenAsync(desk.Server.Connect(key), Watching);
        await stream.NextAsync();
        var account = change.Contains("UPDATE account SET", StringComparison.Ordinal) ? "id" : "account_id";
        await desk.District.ExecuteAsync($"{change} WHERE {account} = (SELECT max(id) FROM account)");
        Assert.Equal(close, await ReceiveAsync(silent).WaitAsync(Soon));
        var last = Assert.NotNull(await stream.NextAsync().WaitAsync(Soon));
        Assert.EndsWith(last.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!, close, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_signing_out_not_one_more_operation_runs_on_an_open_socket()
    {
        var key = await desk.Server.OpenSessionAsync(new RoleInArea(Role.Viewer, null));
        using var socket = await ConnectAsync(key);
        Assert.Equal(Acknowledged, await BeginAsync(socket, "null"));
        Assert.Equal(HttpStatusCode.NoContent, (await desk.Server.Connect(key).DeleteAsync("/api/session")).StatusCode);
        await SendAsync(socket, """{"type":"subscribe","id":"1","payload":{"query":"{ place { name } }"}}""");
        var answer = await ReceiveAsync(socket);
        Assert.DoesNotContain("测试区", answer, StringComparison.Ordinal);
        Assert.Contains("SESSION_ENDED", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_page_opens_no_socket_with_a_cookie_or_without()
    {
        foreach (var key in new[] { null, await desk.Server.OpenSessionAsync(new RoleInArea(Role.Viewer, null)) })
        {
            await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(key, "https://elsewhere.example"));
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "query=mutation")]
    [InlineData("text/plain", """{"query":"{ place { name } }"}""")]
    [InlineData("multipart/form-data; boundary=x", "--x--")]
    public async Task What_a_form_of_a_foreign_page_can_send_is_not_run(string contentType, string body)
    {
        var content = new StringContent(body, MediaTypeHeaderValue.Parse(contentType));
        var withoutHeader = desk.Server.Connect(await desk.Server.OpenSessionAsync(new RoleInArea(Role.Dispatcher, null)));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await withoutHeader.PostAsync("/graphql", content)).StatusCode);
        withoutHeader.DefaultRequestHeaders.Remove(Admission.RequestHeader);
        Assert.Equal(HttpStatusCode.Forbidden, (await withoutHeader.PostAsync("/graphql", new StringContent(body, MediaTypeHeaderValue.Parse(contentType)))).StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/event-stream")]
    public async Task A_foreign_origin_is_turned_away_by_post_and_get_and_a_bare_get_with_a_cookie_is_not_trusted(string accept)
    {
        var client = await desk.Server.SignInAsync(Role.Dispatcher);
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/graphql?query={place{name}}")).StatusCode);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/graphql?query={place{name}}")).StatusCode);
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/graphql?query={place{name}}")).StatusCode);
        var body = new StringContent("""{"query":"{ place { name } }"}""", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/graphql", body)).StatusCode);
    }

    private async Task<string> TokenAsync(string scope)
    {
        var add = desk.Server.Services.GetRequiredService<AddServiceToken>();
        return (await add.RunAsync(new NewServiceToken($"t-{Guid.NewGuid():N}", [scope], null, null, Replaces: false), "test", CancellationToken.None)).Value!;
    }

    private async Task<ClientWebSocket> ConnectAsync(string? sessionKey = null, string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (sessionKey is not null)
        {
            socket.Options.SetRequestHeader("Cookie", SignIns.CookieOf(sessionKey));
        }

        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await socket.ConnectAsync(new UriBuilder(desk.Server.Address) { Scheme = "ws", Path = "/graphql" }.Uri, limit.Token);
        return socket;
    }

    private static async Task<string> BeginAsync(ClientWebSocket socket, string payload)
    {
        await SendAsync(socket, $$"""{"type":"connection_init","payload":{{payload}}}""");
        return await ReceiveAsync(socket);
    }

    private static async Task SendAsync(ClientWebSocket socket, string message)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
    }

    /// <summary>The next message, or `code reason` where the server closes.</summary>
    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[16 * 1024];
        var received = await socket.ReceiveAsync(buffer, limit.Token);
        return received.MessageType == WebSocketMessageType.Close
            ? $"{(int)socket.CloseStatus!} {socket.CloseStatusDescription}"
            : Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
