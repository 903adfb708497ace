using System.Net.WebSockets;
using System.Threading.Channels;

namespace GridMap.GraphQL.Http.Sockets;

/// <summary>
/// The one sender of a socket. What is to be sent waits in a bounded queue, so a slow client slows its own streams and nothing else;
/// one that takes nothing for too long is let go.
/// </summary>
internal sealed class Outbox(WebSocket socket, SocketLimits limits)
{
    private readonly Channel<byte[]> _messages = Channel.CreateBounded<byte[]>(
        new BoundedChannelOptions(limits.OutboxMessages) { SingleReader = true });

    private readonly TaskCompletionSource<SocketClose> _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsClosing => _closing.Task.IsCompleted;

    /// <summary>Waits for room; a message to a connection that is closing is dropped.</summary>
    public async ValueTask SendAsync(byte[] message, CancellationToken cancellationToken)
    {
        while (!_messages.Writer.TryWrite(message) && await _messages.Writer.WaitToWriteAsync(cancellationToken))
        {
        }
    }

    /// <summary>Ends the connection after the message being sent; what waits is dropped. The first reason counts.</summary>
    public void Close(SocketClose close)
    {
        if (_closing.TrySetResult(close))
        {
            _messages.Writer.TryComplete();
        }
    }

    /// <summary>Sends until the connection is closed or lost.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await _messages.Reader.WaitToReadAsync(cancellationToken) && !IsClosing)
            {
                await SendWaitingAsync(cancellationToken);
            }

            var close = await _closing.Task.WaitAsync(cancellationToken);
            using var patience = new CancellationTokenSource(limits.SlowClientPatience);
            await socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, patience.Token);
        }
        catch (Exception lost) when (lost is OperationCanceledException or WebSocketException or ObjectDisposedException or IOException)
        {
            Close(SocketClose.GoingAway);
            socket.Abort();
        }
    }

    private async Task SendWaitingAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        while (!IsClosing && _messages.Reader.TryRead(out var message))
        {
            patience.CancelAfter(limits.SlowClientPatience);
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        }
    }
}
