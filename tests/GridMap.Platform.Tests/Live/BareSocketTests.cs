using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using GridMap.Platform.Live;

namespace GridMap.Platform.Tests.Live;

/// <summary>What is written to the socket beneath the server, as a client reads it that takes little at a time.</summary>
public sealed class BareSocketTests
{
    private const int LargestFrame = 200_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Frames_messages_and_pongs_come_whole_and_in_order_to_a_client_that_reads_slowly_and_speaks_meanwhile(bool isSecure)
    {
        const int Count = 150;
        await using var connection = await LiveConnection.OpenAsync(isSecure, pongs: TimeSpan.FromMilliseconds(20));
        Assert.Equal(isSecure, BareSocket.Find(connection.Http.Features) is null);
        await SayAsync(connection.Client, 0);
        var heard = HearAsync(connection.Server, Count);
        var frames = Task.Run(async () =>
        {
            for (var number = 0; number < Count; number++)
            {
                await connection.Socket.SendAsync(Frame(number, SizeOf(number)), "7", CancellationToken.None);
            }
        });
        var messages = Task.Run(async () =>
        {
            for (var number = 0; number < Count; number++)
            {
                // Some in two parts, between which nothing else may come.
                var text = Encoding.ASCII.GetBytes($"signalr {number} {new string('y', SizeOf(number + 1) / 4)}");
                await connection.Server.SendAsync(text.AsMemory(0, 7), WebSocketMessageType.Binary, endOfMessage: false, CancellationToken.None);
                await connection.Server.SendAsync(text.AsMemory(7), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            }
        });
        var speaking = Task.Run(async () =>
        {
            for (var number = 1; number < Count; number++)
            {
                await SayAsync(connection.Client, number);
            }
        });

        var (nextFrame, nextMessage) = (0, 0);
        await foreach (var text in ReadAsync(connection.Client, 2 * Count))
        {
            Assert.Equal(text[0] == '{' ? Message(nextFrame, SizeOf(nextFrame++)) : $"signalr {nextMessage} {new string('y', SizeOf(nextMessage++ + 1) / 4)}", text);
        }

        await Task.WhenAll(frames, messages, speaking).WaitAsync(Patience);
        Assert.Equal((Count, Count), (nextFrame, nextMessage));
        Assert.Equal(Enumerable.Range(0, Count), await heard.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_frame_the_system_takes_at_once_is_written_when_the_call_returns()
    {
        await using var connection = await LiveConnection.OpenAsync();
        await SayAsync(connection.Client, 0);
        await HearAsync(connection.Server, 1).WaitAsync(Patience);
        var sending = connection.Socket.SendAsync(Frame(1, 100), "7", CancellationToken.None);
        Assert.True(sending.IsCompletedSuccessfully, "The thread was given away.");
        await foreach (var text in ReadAsync(connection.Client, 1))
        {
            Assert.Equal(Message(1, 100), text);
        }
    }

    [Fact]
    public async Task A_frame_that_is_half_sent_is_ended_even_when_its_stream_is_not_wanted_any_more()
    {
        await using var connection = await LiveConnection.OpenAsync();
        using var unwanted = new CancellationTokenSource();
        var (sent, pending) = await FillAsync(connection, unwanted.Token);
        await unwanted.CancelAsync();
        var pong = connection.Server.SendAsync("signalr"u8.ToArray(), WebSocketMessageType.Binary, true, CancellationToken.None);
        var number = 0;
        await foreach (var text in ReadAsync(connection.Client, sent + 1))
        {
            Assert.Equal(number < sent ? Message(number, LargestFrame) : "signalr", text);
            number++;
        }

        await Task.WhenAll(pending, pong).WaitAsync(Patience);
    }

    public enum End
    {
        ClientGoes,
        ClientSaysNoMore,
        Abort,
        Request,
        Server,
    }

    [Theory]
    [InlineData(End.ClientGoes)]
    [InlineData(End.ClientSaysNoMore)]
    [InlineData(End.Abort)]
    [InlineData(End.Request)]
    [InlineData(End.Server)]
    public async Task The_end_of_a_connection_ends_a_frame_that_is_half_sent_and_nothing_follows_it(End end)
    {
        await using var connection = await LiveConnection.OpenAsync();
        var (_, pending) = await FillAsync(connection, CancellationToken.None);
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        switch (end)
        {
            case End.ClientGoes:
                connection.ClientSocket.Close(0);
                break;
            case End.ClientSaysNoMore:
                connection.ClientSocket.Shutdown(SocketShutdown.Send);
                await Assert.ThrowsAnyAsync<WebSocketException>(() => connection.Server.ReceiveAsync(new byte[1], CancellationToken.None)).WaitAsync(Patience);
                connection.EndRequest();
                break;
            case End.Abort:
                connection.Http.Abort();
                break;
            case End.Request:
                connection.EndRequest();
                break;
            case End.Server:
                await connection.StopServerAsync(atOnce.Token).WaitAsync(Patience);
                break;
        }

        await pending.WaitAsync(Patience);
        await connection.Socket.SendAsync(Frame(0, 10), "7", CancellationToken.None).AsTask().WaitAsync(Patience);
    }

    /// <summary>Frames until one is half sent, because the client does not read.</summary>
    private static async Task<(int Sent, Task Pending)> FillAsync(LiveConnection connection, CancellationToken cancellationToken)
    {
        await SayAsync(connection.Client, 0);
        await HearAsync(connection.Server, 1).WaitAsync(Patience, CancellationToken.None);
        for (var sent = 1; ; sent++)
        {
            var sending = connection.Socket.SendAsync(Frame(sent - 1, LargestFrame), "7", cancellationToken);
            if (!sending.IsCompleted)
            {
                return (sent, sending.AsTask());
            }

            await sending;
        }
    }

    private static int SizeOf(int number) => number * 7919 % LargestFrame;

    private static LiveFrame Frame(int number, int letters) => new(Encoding.ASCII.GetBytes($"\"{number} {new string('x', letters)}\""));

    private static string Message(int number, int letters) => $"{{\"type\":2,\"invocationId\":\"7\",\"item\":\"{number} {new string('x', letters)}\"}}\u001e";

    private static Task SayAsync(WebSocket client, int number) => client.SendAsync(BitConverter.GetBytes(number), WebSocketMessageType.Binary, true, CancellationToken.None);

    /// <summary>The numbers a client says.</summary>
    private static async Task<List<int>> HearAsync(WebSocket server, int count)
    {
        var (numbers, buffer) = (new List<int>(), new byte[sizeof(int)]);
        while (numbers.Count < count)
        {
            Assert.Equal(sizeof(int), (await server.ReceiveAsync(buffer, CancellationToken.None)).Count);
            numbers.Add(BitConverter.ToInt32(buffer));
        }

        return numbers;
    }

    private static async IAsyncEnumerable<string> ReadAsync(WebSocket client, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        var (text, buffer) = (new StringBuilder(), new byte[3_000]);
        for (var read = 0; read < count;)
        {
            var received = await client.ReceiveAsync(buffer.AsMemory(), patience.Token);
            text.Append(Encoding.ASCII.GetString(buffer, 0, received.Count));
            if (received.EndOfMessage)
            {
                yield return text.ToString();
                text.Clear();
                read++;
            }
        }
    }
}
