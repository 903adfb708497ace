using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GridMap.Testing;

namespace GridMap.Server.Tests.Live;

/// <summary>The hub protocol `gridmap` on a bare socket, by the words of docs/interfaces.md.</summary>
public sealed class PackedHubTests : IAsyncLifetime
{
    private LiveDistrict _district = null!;

    public async Task InitializeAsync() => _district = await LiveDistrict.CreateAsync();

    public async Task DisposeAsync() => await _district.DisposeAsync();

    [Fact]
    public async Task Facts_come_as_json_and_positions_as_packed_bytes_under_the_id_of_the_stream()
    {
        await using var server = await _district.StartServerAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var socket = await FollowAsync(server, "abc", """null""", patience.Token);
        await server.Client.GetAsync($"/osmand?id=device-1&lat=40.005&lon=113.005&timestamp={DateTimeOffset.UtcNow.ToUnixTimeSeconds()}");

        var text = new StringBuilder();
        byte[] message;
        while ((message = await ReceiveAsync(socket, patience.Token))[0] != 1)
        {
            text.Append(Encoding.UTF8.GetString(message));
        }

        Assert.Contains("\"kind\":\"welcome\"", text.ToString(), StringComparison.Ordinal);
        Assert.Equal(message.Length - 5, (int)BinaryPrimitives.ReadUInt32LittleEndian(message.AsSpan(1)));
        Assert.Equal("abc", Encoding.ASCII.GetString(message, 6, message[5]));
        Assert.Equal(1u, Assert.Single(PositionFrame.Read(message.AsMemory(9))).Id);
    }

    [Fact]
    public async Task Facts_positions_answers_and_pings_share_one_socket_and_each_comes_whole()
    {
        const int Count = 12;
        await using var server = await _district.StartServerAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var socket = await FollowAsync(server, "0", """["incident"]""", patience.Token);
        var (facts, answers, last, welcomed) = (new HashSet<string>(), new HashSet<string>(), 0, false);
        var everything = Task.CompletedTask;
        while (facts.Count < Count || answers.Count < Count || last != LatitudeOf(Count - 1))
        {
            var message = await ReceiveAsync(socket, patience.Token);
            if (message[0] == 1)
            {
                Assert.Equal(message.Length - 5, (int)BinaryPrimitives.ReadUInt32LittleEndian(message.AsSpan(1)));
                last = PositionFrame.Read(message.AsMemory(7)).LastOrDefault(position => position.Id == 1)?.Latitude ?? last;
                continue;
            }

            foreach (var text in Encoding.UTF8.GetString(message).Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
            {
                var json = JsonDocument.Parse(text).RootElement;
                if (!welcomed && json.TryGetProperty("item", out _))
                {
                    welcomed = true;
                    everything = Task.WhenAll(ReportAsync(server, Count), MoveAsync(server, Count), AskAsync(socket, Count, patience.Token));
                }

                Note(json, facts, answers);
            }
        }

        await everything;
        Assert.Equal(Enumerable.Range(0, Count).Select(number => $"fact {number}").Order(StringComparer.Ordinal), facts.Order(StringComparer.Ordinal));
    }

    private static int LatitudeOf(int step) => 40_005_000 + 10 * step;

    private static async Task ReportAsync(TestServer server, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await LiveDistrict.ReportAsync(server, $"fact {number}");
        }
    }

    private static async Task MoveAsync(TestServer server, int count)
    {
        var first = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 2 * count;
        for (var step = 0; step < count; step++)
        {
            var latitude = (LatitudeOf(step) / 1e6).ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture);
            using var answer = await server.Client.GetAsync($"/osmand?id=device-1&lat={latitude}&lon=113.005&timestamp={first + 2 * step}");
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Moves the window, to where it is, and pings.</summary>
    private static async Task AskAsync(ClientWebSocket socket, int count, CancellationToken cancellationToken)
    {
        for (var call = 1; call <= count; call++)
        {
            await SendAsync(socket, $$"""{"type":1,"invocationId":"{{call}}","target":"SetViewport","arguments":[[112.9,39.9,113.1,40.1]]}""", cancellationToken);
            await SendAsync(socket, """{"type":6}""", cancellationToken);
        }
    }

    private static void Note(JsonElement message, HashSet<string> facts, HashSet<string> answers)
    {
        if (message.TryGetProperty("type", out var type) && type.GetInt32() == 3)
        {
            Assert.False(message.TryGetProperty("error", out var error), $"{error}");
            answers.Add(message.GetProperty("invocationId").GetString()!);
        }

        if (message.TryGetProperty("item", out var frame) && frame.TryGetProperty("items", out var items))
        {
            facts.UnionWith(items.EnumerateArray().Select(item => item.GetProperty("data").GetProperty("description").GetString()!));
        }
    }

    private static async Task<ClientWebSocket> FollowAsync(TestServer server, string invocation, string topics, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", server.Client.DefaultRequestHeaders.GetValues("Cookie").Single());
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/hubs/live" }.Uri, cancellationToken);
        await SendAsync(socket, """{"protocol":"gridmap","version":1}""", cancellationToken);
        await SendAsync(
            socket,
            $$"""{"type":4,"invocationId":"{{invocation}}","target":"Follow","arguments":[{"cursor":null,"topics":{{topics}},"viewport":null}]}""",
            cancellationToken);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string json, CancellationToken cancellationToken) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(json + '\u001e'), WebSocketMessageType.Text, true, cancellationToken);

    private static async Task<byte[]> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            length += received.Count;
        }
        while (!received.EndOfMessage);

        return buffer[..length];
    }
}
