using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridMap.Testing;

namespace GridMap.Server.Tests.Live;

/// <summary>A client of the hub on a bare WebSocket: the JSON hub protocol, one record separator after each message.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const char Separator = '\u001e';

    // For the whole life of a client, and long enough that only a lost frame is ever late.
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(90));

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonElement> _messages = new();
    private readonly StringBuilder _unfinished = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    public static Task<HubClient> ConnectAsync(TestServer server, string? origin = null) => ConnectAsync(server.Address, CookieOf(server.Client), origin);

    public static async Task<HubClient> ConnectAsync(Uri server, string? cookie, string? origin = null)
    {
        var client = new HubClient();
        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        if (cookie is not null)
        {
            client._socket.Options.SetRequestHeader("Cookie", cookie);
        }

        await client._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/live" }.Uri, client._patience.Token);
        await client.SendAsync(new JsonObject { ["protocol"] = "json", ["version"] = 1 });
        _ = await client.ReceiveAsync();
        return client;
    }

    public static Task<HubClient> FollowAsync(TestServer server, string? cursor = null, string[]? topics = null, double[]? viewport = null) =>
        FollowAsync(server.Address, CookieOf(server.Client), cursor, topics, viewport);

    /// <summary>Follows with the session of a client.</summary>
    public static Task<HubClient> FollowAsync(TestServer server, HttpClient signedIn) => FollowAsync(server.Address, CookieOf(signedIn));

    public static async Task<HubClient> FollowAsync(Uri server, string? cookie, string? cursor = null, string[]? topics = null, double[]? viewport = null)
    {
        var client = await ConnectAsync(server, cookie);
        await client.StreamAsync(new JsonObject
        {
            ["cursor"] = cursor,
            ["topics"] = topics is null ? null : new JsonArray([.. topics.Select(topic => JsonValue.Create(topic))]),
            ["viewport"] = viewport is null ? null : new JsonArray([.. viewport.Select(degrees => JsonValue.Create(degrees))]),
        });
        return client;
    }

    private static string? CookieOf(HttpClient client) => client.DefaultRequestHeaders.TryGetValues("Cookie", out var values) ? values.Single() : null;

    public Task StreamAsync(JsonNode? request) => SendAsync(new JsonObject
    {
        ["type"] = 4,
        ["invocationId"] = "1",
        ["target"] = "Follow",
        ["arguments"] = new JsonArray(request),
    });

    public Task InvokeAsync(string target, params JsonNode?[] arguments) => SendAsync(new JsonObject
    {
        ["type"] = 1,
        ["invocationId"] = "2",
        ["target"] = target,
        ["arguments"] = new JsonArray(arguments),
    });

    /// <summary>The next frame of the stream.</summary>
    public async Task<JsonElement> NextFrameAsync()
    {
        while (true)
        {
            var message = await NextMessageAsync();
            switch (message.GetProperty("type").GetInt32())
            {
                case 2: return message.GetProperty("item");
                case 3 when message.GetProperty("invocationId").GetString() == "1": throw new InvalidOperationException($"The stream ended: {message}");
            }
        }
    }

    /// <summary>The next frame of a kind; others are passed over.</summary>
    public async Task<JsonElement> NextFrameAsync(string kind)
    {
        while (true)
        {
            var frame = await NextFrameAsync();
            if (frame.GetProperty("kind").GetString() == kind)
            {
                return frame;
            }
        }
    }

    /// <summary>Reads change items until one says so, and answers the cursor after it with all descriptions seen on the way.</summary>
    public async Task<(string Cursor, List<string> Descriptions)> ReadUntilAsync(string description)
    {
        var seen = new List<string>();
        while (true)
        {
            var frame = await NextFrameAsync("changes");
            seen.AddRange(frame.GetProperty("items").EnumerateArray()
                .Where(item => item.TryGetProperty("data", out var data) && data.TryGetProperty("description", out _))
                .Select(item => item.GetProperty("data").GetProperty("description").GetString()!));
            if (seen.Contains(description))
            {
                return (frame.GetProperty("cursor").GetString()!, seen);
            }
        }
    }

    /// <summary>The error of the completion of an invocation; null when it succeeded.</summary>
    public async Task<string?> CompletionAsync(string invocationId)
    {
        while (true)
        {
            var message = await NextMessageAsync();
            if (message.GetProperty("type").GetInt32() == 3 && message.GetProperty("invocationId").GetString() == invocationId)
            {
                return message.TryGetProperty("error", out var error) ? error.GetString() : null;
            }
        }
    }

    public async Task SendTextAsync(string text)
    {
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text + Separator), WebSocketMessageType.Text, true, _patience.Token);
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        _patience.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SendAsync(JsonNode message) => SendTextAsync(message.ToJsonString());

    private async Task<JsonElement> NextMessageAsync()
    {
        while (true)
        {
            var message = await ReceiveAsync();
            if (message.TryGetProperty("type", out var type) && type.GetInt32() != 6)
            {
                return message;
            }
        }
    }

    private async Task<JsonElement> ReceiveAsync()
    {
        while (_messages.Count == 0)
        {
            var received = await _socket.ReceiveAsync(_buffer, _patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
            }

            _unfinished.Append(Encoding.UTF8.GetString(_buffer, 0, received.Count));
            TakeFinished();
        }

        return _messages.Dequeue();
    }

    private void TakeFinished()
    {
        var parts = _unfinished.ToString().Split(Separator);
        foreach (var part in parts[..^1])
        {
            _messages.Enqueue(JsonDocument.Parse(part).RootElement);
        }

        _unfinished.Clear().Append(parts[^1]);
    }
}
