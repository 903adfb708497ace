using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace GridMap.Platform.Live;

/// <summary>
/// The TCP socket of a connection without TLS: what is sent goes from the caller's memory to the system in the caller's thread. One send at a time; the server
/// goes on reading from it. When it fails the connection is over, and what is sent afterwards goes nowhere, as with the server's own pipe.
/// </summary>
internal sealed class BareSocket(Socket socket, Action abort)
{
    // As long as a client may leave a ping without an answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private bool _isOver;

    /// <summary>Null where bytes are changed on their way to the socket, or where there is none.</summary>
    public static BareSocket? Find(IFeatureCollection connection) =>
        connection.Get<ITlsHandshakeFeature>() is null
        && connection.Get<IConnectionSocketFeature>() is { Socket: { } socket }
        && connection.Get<IConnectionLifetimeFeature>() is { } lifetime
            ? new BareSocket(socket, lifetime.Abort)
            : null;

    /// <summary>Ends at once when the system takes all of it, and cannot be taken back: half a frame would be the end of the connection.</summary>
    public ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        if (_isOver)
        {
            return ValueTask.CompletedTask;
        }

        try
        {
            var sending = socket.SendAsync(bytes, SocketFlags.None);
            if (!sending.IsCompletedSuccessfully)
            {
                return FinishAsync(sending);
            }

            _ = sending.Result;
        }
        catch (ObjectDisposedException)
        {
            _isOver = true;
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask FinishAsync(ValueTask<int> sending)
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var end = patience.Token.Register(abort);
        try
        {
            await sending;
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            _isOver = true;
            abort();
        }
    }
}
