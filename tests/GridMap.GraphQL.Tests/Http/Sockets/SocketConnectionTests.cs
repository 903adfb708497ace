using System.Net;
using System.Net.Sockets;
using System.Text;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Http.Sockets;

namespace GridMap.GraphQL.Tests.Http.Sockets;

/// <summary>graphql-transport-ws beyond what npm graphql-ws is tried with: the server's own reasons to close, limits, and ends of all kinds.</summary>
public sealed class SocketConnectionTests : IAsyncLifetime
{
    private TestApi _api = null!;

    public async Task InitializeAsync() => _api = await TestApi.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("""{"type":"ping"}""", """{"type":"pong"}""")]
    [InlineData("""{"type":"ping","payload":{"at":"网格"}}""", """{"type":"pong","payload":{"at":"网格"}}""")]
    public async Task A_ping_is_answered_even_before_the_connection_is_initialised(string ping, string pong)
    {
        using var socket = await _api.OpenAsync();
        await socket.SendAsync(ping);
        Assert.Equal(pong, await socket.ReceiveAsync());
    }

    [Fact]
    public async Task An_unasked_pong_is_taken_silently()
    {
        using var socket = await _api.BeginAsync();
        await socket.SendAsync("""{"type":"pong"}""");
        await socket.SubscribeAsync("1", "{ greeting }");
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"greeting":"hello world"}}}""", await socket.ReceiveAsync());
        Assert.Equal("""{"id":"1","type":"complete"}""", await socket.ReceiveAsync());
    }

    [Theory]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":"{ greeting }"}}""", "4401 Unauthorized")]
    [InlineData("""{"type":"connection_init","payload":1}""", "4400 Invalid message received")]
    [InlineData("""{"type":"connection_ack"}""", "4400 Invalid message received")]
    [InlineData("""{"type":"next","id":"1"}""", "4400 Invalid message received")]
    [InlineData("""{"type":"complete"}""", "4400 Invalid message received")]
    [InlineData("""{"type":"ping","type":"pong"}""", "4400 Invalid message received")]
    [InlineData("[]", "4400 Invalid message received")]
    [InlineData("", "4400 Invalid message received")]
    public async Task A_message_out_of_place_closes_the_connection(string message, string close)
    {
        using var socket = await _api.OpenAsync();
        await socket.SendAsync(message);
        Assert.Equal(close, await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_message_far_too_big_is_heard_out_so_that_its_sender_learns_why_it_was_refused()
    {
        using var socket = await _api.OpenAsync();
        await socket.SendAsync(new string(' ', 12_000_000));
        Assert.StartsWith("1009 ", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_in_use_closes_the_connection_and_one_that_is_free_again_does_not()
    {
        using var socket = await _api.BeginAsync();
        await socket.SubscribeAsync("a", "{ greeting }");
        Assert.Equal("""{"id":"a","type":"complete"}""", (await ReceiveAsync(socket, 2))[1]);
        await socket.SubscribeAsync("a", "subscription { endless }");
        Assert.Equal("""{"id":"a","type":"next","payload":{"data":{"endless":1}}}""", await socket.ReceiveAsync());
        await socket.SubscribeAsync("a", "subscription { endless }");
        Assert.Equal("4409 Subscriber for a already exists", await socket.ReceiveCloseAsync());
    }

    [Theory]
    [InlineData("网格网格网格网格网格网格网格网格网格网格网格网格", "4409 Subscriber for 网格网格网格网格网格网格网格网格网格网格网格网格 already exists")]
    [InlineData("0123456789012345678901234567890123456789", "4409 Subscriber already exists")]
    public async Task A_long_id_does_not_make_the_reason_too_long(string id, string close)
    {
        using var socket = await _api.BeginAsync();
        await socket.SubscribeAsync(id, "subscription { endless }");
        await socket.SubscribeAsync(id, "subscription { endless }");
        Assert.Equal(close, await socket.ReceiveCloseAsync());
    }

    [Theory]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { refused }", "NOT_YOU")]
    [InlineData("subscription { fails }", "NO_MORE")]
    [InlineData("subscription { breaks }", "Unexpected execution error")]
    [InlineData("{ a: greeting b: greeting }", "ALIASES_EXCEEDED")]
    public async Task An_operation_that_fails_ends_with_an_error_and_the_connection_lives_on(string query, string told)
    {
        await using var api = await TestApi.StartAsync(options => options.Limits = new() { MaxAliases = 1 });
        using var socket = await api.BeginAsync();
        await socket.SubscribeAsync("a", query);
        var message = await socket.ReceiveAsync();
        message = message.Contains("\"next\"", StringComparison.Ordinal) ? await socket.ReceiveAsync() : message;
        Assert.StartsWith("""{"id":"a","type":"error","payload":[{"message":""", message, StringComparison.Ordinal);
        Assert.Contains(told, message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        await socket.SubscribeAsync("a", "{ greeting }");
        Assert.Contains("hello", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_operation_too_many_is_refused_and_there_is_room_again_when_one_ends()
    {
        await using var api = await TestApi.StartAsync(options => options.Sockets = new SocketLimits { MaxOperations = 2 });
        using var socket = await api.BeginAsync();
        await socket.SubscribeAsync("a", "subscription { endless }");
        await socket.SubscribeAsync("b", "subscription { endless }");
        await ReceiveAsync(socket, 2);
        await socket.SubscribeAsync("c", "{ greeting }");
        Assert.Contains("TOO_MANY_OPERATIONS", await socket.ReceiveAsync(), StringComparison.Ordinal);
        await socket.SendAsync("""{"id":"a","type":"complete"}""");
        await socket.SubscribeAsync("c", "{ greeting }");
        Assert.Contains("hello", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_client_ends_is_tidied_up_and_says_nothing_more()
    {
        using var socket = await _api.BeginAsync();
        var before = TestSchema.Ended;
        await socket.SubscribeAsync("a", "subscription { endless }");
        await socket.ReceiveAsync();
        await socket.SendAsync("""{"id":"a","type":"complete"}""");
        await Until.TrueAsync(() => TestSchema.Ended > before);
        await socket.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_client_that_vanishes_leaves_nothing_running()
    {
        var before = TestSchema.Ended;
        using (var socket = await _api.BeginAsync())
        {
            await socket.SubscribeAsync("a", "subscription { endless }");
            await socket.ReceiveAsync();
        }

        await Until.TrueAsync(() => TestSchema.Ended > before);
        Assert.Empty(_api.Faults.Entries);
    }

    [Fact]
    public async Task A_client_that_takes_nothing_is_let_go_and_slows_nobody_else()
    {
        await using var api = await TestApi.StartAsync(options => options.Sockets = new SocketLimits { SlowClientPatience = TimeSpan.FromMilliseconds(200), OutboxMessages = 4 });
        using var slow = await api.BeginAsync();
        await slow.SubscribeAsync("a", "subscription { flood }");
        using var quick = await api.BeginAsync();
        await quick.SubscribeAsync("a", "{ greeting }");
        Assert.Contains("hello", await quick.ReceiveAsync(), StringComparison.Ordinal);
        // What lies in the buffers in between is read first, then the line is dead.
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await Task.Delay(1_000);
            while (true)
            {
                await slow.ReceiveAsync();
            }
        });
        Assert.Empty(api.Faults.Entries);
    }

    [Fact]
    public async Task A_server_that_stops_says_so()
    {
        using var socket = await _api.BeginAsync();
        await socket.SubscribeAsync("a", "subscription { endless }");
        await socket.ReceiveAsync();
        var stopping = _api.StopAsync();
        Assert.Equal("1001 The server is shutting down", await socket.ReceiveCloseAsync());
        socket.Dispose();
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_decision_that_fails_closes_as_an_internal_error_without_telling_why()
    {
        await using var api = await TestApi.StartAsync(options => options.DecideConnection = (_, _, _) => throw new InvalidOperationException("secret"));
        using var socket = await api.OpenAsync();
        await socket.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("4500 Internal server error", await socket.ReceiveAsync());
        Assert.Contains(api.Faults.Entries, entry => entry.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "4401 SESSION_ENDED")]
    [InlineData(false, "4403 SESSION_ENDED")]
    public async Task A_connection_whose_right_ends_is_told_why_and_whether_it_may_come_again(bool mustSignIn, string close)
    {
        var right = new TaskCompletionSource<ConnectionEnd>();
        await using var api = await TestApi.StartAsync(options =>
            options.DecideConnection = (_, _, _) => ValueTask.FromResult(new ConnectionDecision(Ended: right.Task)));
        using var socket = await api.BeginAsync();
        await socket.SubscribeAsync("a", "subscription { endless }");
        await socket.ReceiveAsync();
        right.SetResult(new ConnectionEnd(mustSignIn, new GraphQLException("gone", "SESSION_ENDED").Error));
        Assert.Equal(close, await socket.ReceiveCloseAsync());
    }

    [Theory]
    [InlineData("Upgrade: websocket\r\n")]
    [InlineData("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")]
    [InlineData("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: AAAA\r\n")]
    public async Task A_handshake_that_is_none_is_refused(string headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _api.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /graphql HTTP/1.1\r\nHost: x\r\n{headers}\r\n"));
        var answer = new byte[4096];
        var length = await client.GetStream().ReadAsync(answer).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.StartsWith("HTTP/1.1 400", Encoding.UTF8.GetString(answer, 0, length), StringComparison.Ordinal);
    }

    private static async Task<List<string>> ReceiveAsync(TestSocket socket, int count)
    {
        var messages = new List<string>();
        while (messages.Count < count)
        {
            messages.Add(await socket.ReceiveAsync());
        }

        return messages;
    }
}
