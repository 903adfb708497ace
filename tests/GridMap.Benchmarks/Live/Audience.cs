using System.Net.WebSockets;
using System.Text;

namespace GridMap.Benchmarks.Live;

/// <summary>How one listens to a server of positions: where, and what is to be said first.</summary>
public sealed record Listening(Uri Address, string? Token, IReadOnlyList<string> Words);

/// <summary>Many who listen to one server and count what comes.</summary>
public sealed class Audience : IAsyncDisposable
{
    private readonly List<ClientWebSocket> _sockets = [];
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _listeners = [];
    private long _frames;
    private long _bytes;

    public long Frames => Interlocked.Read(ref _frames);

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Connects so many; `take` is given each message of the first few, and those at the end never read.</summary>
    public static async Task<Audience> ConnectAsync(Listening listening, int count, Action<int, byte[]>? take = null, int probes = 0, int stalled = 0)
    {
        var audience = new Audience();
        for (var index = 0; index < count; index++)
        {
            var socket = new ClientWebSocket();
            audience._sockets.Add(socket);
            if (listening.Token is { } token)
            {
                socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
            }

            await socket.ConnectAsync(listening.Address, CancellationToken.None);
            foreach (var word in listening.Words)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(word), WebSocketMessageType.Text, true, CancellationToken.None);
            }

            if (index < count - stalled)
            {
                var probe = index;
                Action<byte[]>? one = index < probes && take is not null ? message => take(probe, message) : null;
                audience._listeners.Add(Task.Run(() => audience.ListenAsync(socket, one)));
            }
        }

        return audience;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_listeners);
        _sockets.ForEach(socket => socket.Dispose());
        _end.Dispose();
    }

    private async Task ListenAsync(ClientWebSocket socket, Action<byte[]>? take)
    {
        var buffer = new byte[64 * 1024];
        using var whole = new MemoryStream();
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
                Interlocked.Add(ref _bytes, received.Count);
                if (take is not null)
                {
                    whole.Write(buffer, 0, received.Count);
                }

                if (received.EndOfMessage)
                {
                    Interlocked.Increment(ref _frames);
                    take?.Invoke(whole.ToArray());
                    whole.SetLength(0);
                }

                // socket.io asks whether we are alive.
                if (received is { Count: 1, EndOfMessage: true } && buffer[0] == (byte)'2')
                {
                    await socket.SendAsync("3"u8.ToArray(), WebSocketMessageType.Text, true, _end.Token);
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException)
        {
            // The measuring is over, or the server has ended the connection.
        }
    }
}
