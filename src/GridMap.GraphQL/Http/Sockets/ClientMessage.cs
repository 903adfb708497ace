using System.Text.Json;
using GridMap.GraphQL.Http.Requests;

namespace GridMap.GraphQL.Http.Sockets;

/// <summary>What a client says (graphql-transport-ws, "Message types").</summary>
internal abstract record ClientMessage
{
    public sealed record ConnectionInit(JsonElement Payload) : ClientMessage;

    public sealed record Ping(JsonElement Payload) : ClientMessage;

    public sealed record Pong : ClientMessage;

    public sealed record Subscribe(string Id, GraphQLRequest Request) : ClientMessage;

    public sealed record Complete(string Id) : ClientMessage;

    /// <summary>Reads a message; null where it is none of the protocol.</summary>
    public static ClientMessage? TryParse(ReadOnlySpan<byte> text, int maxDepth)
    {
        try
        {
            return Read(RequestJson.Parse(text, maxDepth));
        }
        catch (RefusedRequestException)
        {
            return null;
        }
    }

    private static ClientMessage? Read(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var payload = message.TryGetProperty("payload", out var given) && given.ValueKind != JsonValueKind.Null ? given : default;
        return type.GetString() switch
        {
            "connection_init" => IsObjectOrAbsent(payload) ? new ConnectionInit(payload) : null,
            "ping" => IsObjectOrAbsent(payload) ? new Ping(payload) : null,
            "pong" => IsObjectOrAbsent(payload) ? new Pong() : null,
            "subscribe" => FindId(message) is { } id ? new Subscribe(id, RequestJson.Read(payload)) : null,
            "complete" => FindId(message) is { } id ? new Complete(id) : null,
            _ => null,
        };
    }

    private static bool IsObjectOrAbsent(JsonElement payload) => payload.ValueKind is JsonValueKind.Object or JsonValueKind.Undefined;

    private static string? FindId(JsonElement message) =>
        message.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text ? text : null;
}
