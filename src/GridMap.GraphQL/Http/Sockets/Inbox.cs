using System.Buffers;
using System.Net.WebSockets;

namespace GridMap.GraphQL.Http.Sockets;

/// <summary>Receives whole messages, none larger than allowed.</summary>
internal sealed class Inbox(WebSocket socket, int maxBytes)
{
    private const int ChunkBytes = 4096;

    private readonly ArrayBufferWriter<byte> _message = new(ChunkBytes);

    /// <summary>The next text message, valid until the next is asked for; or why there is none.</summary>
    public async ValueTask<Received> ReceiveAsync(CancellationToken cancellationToken)
    {
        _message.ResetWrittenCount();
        while (true)
        {
            var received = await socket.ReceiveAsync(_message.GetMemory(ChunkBytes), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return new Received(default, SocketClose.Normal, IsOver: true);
            }

            _message.Advance(received.Count);
            if (received.MessageType != WebSocketMessageType.Text || _message.WrittenCount > maxBytes)
            {
                return new Received(default, _message.WrittenCount > maxBytes ? SocketClose.MessageTooBig : SocketClose.BadRequest);
            }

            if (received.EndOfMessage)
            {
                return new Received(_message.WrittenMemory, Close: null);
            }
        }
    }

    /// <param name="IsOver">The client has closed its side; nothing comes any more.</param>
    internal readonly record struct Received(ReadOnlyMemory<byte> Message, SocketClose? Close, bool IsOver = false);
}
