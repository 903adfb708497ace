using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
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
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", server.Client.DefaultRequestHeaders.GetValues("Cookie").Single());
        await socket.ConnectAsync(new UriBuilder(server.Address) { Scheme = "ws", Path = "/hubs/live" }.Uri, patience.Token);
        await SendAsync(socket, """{"protocol":"gridmap","version":1}""", patience.Token);
        await SendAsync(socket, """{"type":4,"invocationId":"abc","target":"Follow","arguments":[{"cursor":null,"topics":null,"viewport":null}]}""", patience.Token);
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
