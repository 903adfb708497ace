using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using GridMap.Platform.Live;

namespace GridMap.Platform.Tests.Live;

/// <summary>What a session writes beside SignalR on one socket, as a real WebSocket over the same bytes writes and reads it.</summary>
public sealed class LiveSocketTests : IDisposable
{
    private const string Welcome = "{\"type\":2,\"invocationId\":\"7\",\"item\":{\"kind\":\"welcome\"}}\u001e";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly MemoryStream _written = new();
    private readonly LiveSocket _socket;
    private readonly WebSocket _signalR;

    public LiveSocketTests()
    {
        _socket = new LiveSocket(_written);
        _signalR = WebSocket.CreateFromStream(_socket, new WebSocketCreationOptions { IsServer = true });
    }

    public void Dispose()
    {
        _signalR.Dispose();
        _socket.Dispose();
        _written.Dispose();
    }

    [Fact]
    public async Task The_welcome_that_goes_by_tells_the_id_of_the_stream()
    {
        await WriteAsync("{}\u001e");
        var found = _socket.FindStreamAsync(CancellationToken.None);
        Assert.False(found.IsCompleted);
        await WriteAsync(Welcome);
        Assert.Equal("7", await found.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_client_of_the_json_protocol_is_left_to_SignalR()
    {
        await WriteAsync(Welcome, type: WebSocketMessageType.Text);
        Assert.Null(await _socket.FindStreamAsync(CancellationToken.None).WaitAsync(Patience));
    }

    [Fact]
    public async Task A_frame_is_a_message_of_its_own_like_those_of_SignalR()
    {
        await WriteAsync(Welcome);
        await _socket.SendAsync(Frame(70_000), "7", CancellationToken.None);
        await WriteAsync("{\"type\":6}\u001e");
        Assert.Equal([Welcome, Message(70_000), "{\"type\":6}\u001e"], await ReadAsync());
    }

    [Fact]
    public async Task A_frame_waits_for_the_end_of_a_message_in_several_parts()
    {
        await WriteAsync("{\"type\":", isLast: false);
        var sent = _socket.SendAsync(Frame(3), "7", CancellationToken.None).AsTask();
        Assert.False(sent.IsCompleted);
        await WriteAsync("6}\u001e");
        await sent.WaitAsync(Patience);
        Assert.Equal(["{\"type\":6}\u001e", Message(3)], await ReadAsync());
    }

    [Fact]
    public async Task After_the_end_of_the_connection_nothing_is_written()
    {
        await _signalR.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await _socket.SendAsync(Frame(3), "7", CancellationToken.None);
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public void A_frame_is_made_once_for_all_connections_whose_streams_have_the_same_id()
    {
        var frame = Frame(300);
        var first = frame.OnSocket("7");
        Assert.True(first.Equals(frame.OnSocket("7")));
        Assert.False(first.Span.SequenceEqual(frame.OnSocket("8").Span));
    }

    [Fact]
    public async Task On_a_bare_socket_everything_passes_by_the_pipe_once_the_client_has_said_something()
    {
        var (ours, theirs) = await ConnectAsync();
        using var one = ours;
        using var other = theirs;
        using var pipe = new MemoryStream([1, 2, 3], writable: false);
        using var socket = new LiveSocket(pipe, new BareSocket(ours, () => { }));
        Assert.Equal(3, await socket.ReadAsync(new byte[8]));
        await socket.SendAsync(Frame(3), "7", CancellationToken.None);
        await socket.WriteAsync("signalr"u8.ToArray());
        await socket.FlushAsync();
        ours.Shutdown(SocketShutdown.Send);
        using var got = new NetworkStream(theirs);
        using var bytes = new MemoryStream();
        await got.CopyToAsync(bytes).WaitAsync(Patience);
        Assert.Equal([.. Frame(3).OnSocket("7").Span, .. "signalr"u8], bytes.ToArray());
    }

    [Fact]
    public async Task What_is_written_before_the_client_has_said_anything_goes_through_the_pipe_and_so_does_what_follows()
    {
        var (ours, theirs) = await ConnectAsync();
        using var one = ours;
        using var other = theirs;
        using var pipe = new MemoryStream();
        using var socket = new LiveSocket(pipe, new BareSocket(ours, () => { }));
        await socket.WriteAsync("before"u8.ToArray());
        pipe.Position = 0;
        Assert.Equal(6, await socket.ReadAsync(new byte[8]));
        await socket.WriteAsync(" and after"u8.ToArray());
        Assert.Equal("before and after", Encoding.ASCII.GetString(pipe.ToArray()));
        Assert.Equal(0, theirs.Available);
    }

    private static async Task<(Socket Ours, Socket Theirs)> ConnectAsync()
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var theirs = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await theirs.ConnectAsync(listener.LocalEndPoint!);
        return (await listener.AcceptAsync(), theirs);
    }

    private static LiveFrame Frame(int letters) => new(Encoding.ASCII.GetBytes($"\"{new string('x', letters)}\""));

    private static string Message(int letters) => $"{{\"type\":2,\"invocationId\":\"7\",\"item\":\"{new string('x', letters)}\"}}\u001e";

    private Task WriteAsync(string message, bool isLast = true, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        _signalR.SendAsync(Encoding.UTF8.GetBytes(message), type, isLast, CancellationToken.None);

    /// <summary>The messages a client gets, to the end of what was written.</summary>
    private async Task<IReadOnlyList<string>> ReadAsync()
    {
        using var client = WebSocket.CreateFromStream(new MemoryStream(_written.ToArray()), new WebSocketCreationOptions { IsServer = false });
        var (messages, text, buffer) = (new List<string>(), new StringBuilder(), new byte[100_000]);
        try
        {
            while (true)
            {
                var received = await client.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).AsTask().WaitAsync(Patience);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    return messages;
                }

                text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
                if (received.EndOfMessage)
                {
                    messages.Add(text.ToString());
                    text.Clear();
                }
            }
        }
        catch (WebSocketException)
        {
            return messages;
        }
    }
}
