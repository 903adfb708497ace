using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace GridMap.Benchmarks.Live;

/// <summary>A dashboard that follows incidents and keeps when each was first told to it.</summary>
public sealed class Screen : IAsyncDisposable
{
    private const char Separator = '\u001e';

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<DateTimeOffset>> _seen = new();
    private readonly TaskCompletionSource _welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _reading = Task.CompletedTask;

    /// <summary>Follows, and returns when the server has said welcome.</summary>
    public static async Task<Screen> FollowAsync(Uri server, string token)
    {
        var screen = new Screen();
        screen._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await screen._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/live" }.Uri, CancellationToken.None);
        foreach (var word in new[]
        {
            """{"protocol":"gridmap","version":1}""",
            """{"type":4,"invocationId":"0","target":"Follow","arguments":[{"cursor":null,"topics":["incident"],"viewport":null}]}""",
        })
        {
            await screen._socket.SendAsync(Encoding.UTF8.GetBytes(word + Separator), WebSocketMessageType.Text, true, CancellationToken.None);
        }

        screen._reading = screen.ReadAsync();
        await screen._welcomed.Task.WaitAsync(Patience);
        return screen;
    }

    /// <summary>When an incident was first told, by its number.</summary>
    public Task<DateTimeOffset> WaitForAsync(string number) => SeenOf(number).Task.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _socket.Dispose();
        _end.Dispose();
    }

    private TaskCompletionSource<DateTimeOffset> SeenOf(string number) =>
        _seen.GetOrAdd(number, static _ => new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), _end.Token);
                message.Write(buffer, 0, received.Count);
                if (received.EndOfMessage)
                {
                    Take(message.ToArray(), DateTimeOffset.UtcNow);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException)
        {
            // The measuring is over.
        }
    }

    private void Take(byte[] message, DateTimeOffset at)
    {
        if (message[0] != '{')
        {
            return;
        }

        foreach (var text in Encoding.UTF8.GetString(message).Split(Separator, StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.TryGetProperty("item", out var frame))
            {
                TakeFrame(frame, at);
            }
        }
    }

    private void TakeFrame(JsonElement frame, DateTimeOffset at)
    {
        _welcomed.TrySetResult();
        if (frame.GetProperty("kind").GetString() != "changes")
        {
            return;
        }

        foreach (var item in frame.GetProperty("items").EnumerateArray())
        {
            if (item.TryGetProperty("data", out var data) && data.TryGetProperty("number", out var number))
            {
                SeenOf(number.GetString()!).TrySetResult(at);
            }
        }
    }
}
