using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GridMap.GraphQL.Http.Sockets;

/// <summary>
/// One connection of graphql-transport-ws: initialised once, then operations come and go. Whatever breaks the protocol closes it with the protocol's code.
/// </summary>
internal sealed partial class SocketConnection(GraphQLParts parts, HttpContext http, WebSocket socket, RunningOperations operations)
{
    private readonly Outbox _outbox = new(socket, parts.Options.Sockets);
    private int _initialisations;
    private bool _isAcknowledged;

    private SocketLimits Limits => parts.Options.Sockets;

    /// <summary>Serves the client until it or the server ends the connection.</summary>
    /// <param name="refused">Why it is closed as soon as it is open.</param>
    public async Task RunAsync(SocketClose? refused, CancellationToken stopping)
    {
        if (refused is { } reason)
        {
            _outbox.Close(reason);
        }

        using var lifetime = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        await using var stop = stopping.Register(() => _outbox.Close(SocketClose.GoingAway));
        await using var timer = parts.Clock.CreateTimer(_ => CloseUnlessInitialised(), null, Limits.InitialisationTimeout, Timeout.InfiniteTimeSpan);
        var receiving = ReceiveAsync(lifetime.Token);
        await _outbox.RunAsync(lifetime.Token);
        // The client closes its side too, but it has not for ever.
        lifetime.CancelAfter(Limits.SlowClientPatience);
        await receiving;
        await lifetime.CancelAsync();
        await operations.EndAllAsync();
    }

    private void CloseUnlessInitialised()
    {
        if (Volatile.Read(ref _initialisations) == 0)
        {
            _outbox.Close(SocketClose.InitialisationTimeout);
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReceiveUntilClosedAsync(cancellationToken);
        }
        catch (Exception lost) when (lost is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            _outbox.Close(SocketClose.GoingAway);
        }
        catch (Exception fault)
        {
            LogFault(parts.Logger, fault);
            _outbox.Close(SocketClose.InternalServerError);
        }
    }

    private async Task ReceiveUntilClosedAsync(CancellationToken cancellationToken)
    {
        var inbox = new Inbox(socket, parts.Options.MaxRequestBytes);
        while (true)
        {
            var received = await inbox.ReceiveAsync(cancellationToken);
            if ((received.Close ?? await HandleAsync(received.Message, cancellationToken)) is not { } close)
            {
                continue;
            }

            // What a refused client still sends is read and dropped: a connection that is ended with something unread resets,
            // and the client never learns why.
            _outbox.Close(close);
            if (received.IsOver)
            {
                return;
            }
        }
    }

    /// <summary>Answers with why the connection is to be closed, if it is.</summary>
    private async ValueTask<SocketClose?> HandleAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        if (_outbox.IsClosing)
        {
            return null;
        }

        switch (ClientMessage.TryParse(text.Span, parts.Options.MaxJsonDepth))
        {
            case ClientMessage.ConnectionInit init:
                return await InitialiseAsync(init, cancellationToken);
            case ClientMessage.Ping ping:
                await _outbox.SendAsync(ServerMessage.Pong(ping.Payload), cancellationToken);
                return null;
            case ClientMessage.Pong:
                return null;
            case ClientMessage.Subscribe subscribe:
                return await SubscribeAsync(subscribe, cancellationToken);
            case ClientMessage.Complete complete:
                await operations.EndAsync(complete.Id);
                return null;
            default:
                return SocketClose.BadRequest;
        }
    }

    private async ValueTask<SocketClose?> InitialiseAsync(ClientMessage.ConnectionInit init, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _initialisations) > 1)
        {
            return SocketClose.TooManyInitialisationRequests;
        }

        if (parts.Options.DecideConnection is { } decideAsync)
        {
            var decision = await decideAsync(http, init.Payload, cancellationToken);
            if (decision.Refusal is { } refusal)
            {
                return refusal.Close;
            }

            _ = CloseWhenEndedAsync(decision.Ended);
        }

        _isAcknowledged = true;
        await _outbox.SendAsync(ServerMessage.ConnectionAck, cancellationToken);
        return null;
    }

    private async Task CloseWhenEndedAsync(Task<ConnectionEnd>? ended)
    {
        if (ended is null)
        {
            return;
        }

        try
        {
            _outbox.Close((await ended).Close);
        }
        catch (OperationCanceledException)
        {
            // The connection ended before the right to it.
        }
        catch (Exception fault)
        {
            LogFault(parts.Logger, fault);
            _outbox.Close(SocketClose.InternalServerError);
        }
    }

    private async ValueTask<SocketClose?> SubscribeAsync(ClientMessage.Subscribe subscribe, CancellationToken cancellationToken)
    {
        if (!_isAcknowledged)
        {
            return SocketClose.Unauthorized;
        }

        if (operations.Contains(subscribe.Id))
        {
            return SocketClose.SubscriberAlreadyExists(subscribe.Id);
        }

        if (operations.IsFull)
        {
            await _outbox.SendAsync(SocketOperation.Error(ServerMessage.EncodeId(subscribe.Id), [RequestErrors.TooManyOperations]), cancellationToken);
            return null;
        }

        var operation = new SocketOperation(parts, http, _outbox);
        await operations.StartAsync(
            subscribe.Id, (end, ended) => operation.RunAsync(subscribe.Id, subscribe.Request, end, ended), cancellationToken);
        return null;
    }

    [LoggerMessage(LogLevel.Error, "A GraphQL socket failed")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
