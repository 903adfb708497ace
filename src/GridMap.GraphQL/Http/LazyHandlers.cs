using GridMap.GraphQL.Http.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridMap.GraphQL.Http;

/// <summary>What answers requests, put together once: soon after the start, or by the first request if that is earlier. Requests wait for it.</summary>
internal sealed partial class LazyHandlers(IServiceProvider services, CancellationToken stopping)
{
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);

    private readonly Lazy<Task<(GraphQLEndpoint Calls, SocketEndpoint Sockets)>> _handlers = new(() => Task.Run(() => PutTogether(services, stopping)));

    /// <summary>Soon after the server is ready, so that it does not keep the processors from that.</summary>
    public async Task BeginAsync()
    {
        await Task.Delay(HeadStart, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!stopping.IsCancellationRequested)
        {
            _ = _handlers.Value;
        }
    }

    public async Task AnswerAsync(HttpContext http)
    {
        var (calls, sockets) = await _handlers.Value;
        await (SocketEndpoint.IsMeant(http.Request) ? sockets.AnswerAsync(http) : calls.AnswerAsync(http));
    }

    private static (GraphQLEndpoint, SocketEndpoint) PutTogether(IServiceProvider services, CancellationToken stopping)
    {
        try
        {
            var parts = services.GetRequiredService<GraphQLParts>();
            return (new GraphQLEndpoint(parts, stopping), new SocketEndpoint(parts, stopping));
        }
        catch (Exception fault) when (fault is not ObjectDisposedException)
        {
            // Nobody may be waiting for it yet.
            LogFault(services.GetRequiredService<ILogger<GraphQLParts>>(), fault);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Critical, "The GraphQL engine could not be put together: every request to it will fail")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
