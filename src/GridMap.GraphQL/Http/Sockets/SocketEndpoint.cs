using GridMap.GraphQL.Http.Answers;
using Microsoft.AspNetCore.Http;

namespace GridMap.GraphQL.Http.Sockets;

/// <summary>Takes in sockets: only from pages that may, only with the protocol spoken here.</summary>
internal sealed class SocketEndpoint(GraphQLParts parts, CancellationToken stopping)
{
    private const string Protocol = "graphql-transport-ws";

    // An upgrade has no Accept of its own.
    private const AnswerFormat Format = AnswerFormat.GraphQLResponse;

    public static bool IsMeant(HttpRequest request) => request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);

    public async Task AnswerAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await SingleAnswer.RefuseAsync(http, Format, StatusCodes.Status400BadRequest, RequestErrors.UpgradeMalformed);
            return;
        }

        if (!OriginRule.Allows(http.Request, parts.Options.AllowedOrigins))
        {
            await SingleAnswer.RefuseAsync(http, Format, StatusCodes.Status403Forbidden, RequestErrors.ForeignOrigin);
            return;
        }

        await ServeAsync(http);
    }

    private async Task ServeAsync(HttpContext http)
    {
        var isSpoken = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = isSpoken ? Protocol : null,
            KeepAliveInterval = parts.Options.Sockets.KeepAliveInterval,
            KeepAliveTimeout = parts.Options.Sockets.KeepAliveTimeout,
        });
        using var operations = new RunningOperations(parts.Options.Sockets.MaxOperations);
        var connection = new SocketConnection(parts, http, socket, operations);
        await connection.RunAsync(isSpoken ? null : SocketClose.SubprotocolNotAcceptable, stopping);
    }
}
