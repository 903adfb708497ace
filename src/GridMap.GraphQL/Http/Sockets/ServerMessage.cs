using System.Runtime.InteropServices;
using System.Text.Json;

namespace GridMap.GraphQL.Http.Sockets;

/// <summary>What the server says, as bytes to send (graphql-transport-ws, "Message types").</summary>
internal static class ServerMessage
{
    public static readonly byte[] ConnectionAck = [.. """{"type":"connection_ack"}"""u8];

    public static byte[] Pong(JsonElement payload) => payload.ValueKind == JsonValueKind.Undefined
        ? [.. """{"type":"pong"}"""u8]
        : [.. """{"type":"pong","payload":"""u8, .. JsonMarshal.GetRawUtf8Value(payload), .. "}"u8];

    /// <summary>The id as JSON, once for all messages of an operation.</summary>
    public static byte[] EncodeId(string id) => [.. "\""u8, .. JsonEncodedText.Encode(id).EncodedUtf8Bytes, .. "\""u8];

    public static byte[] Next(byte[] id, ReadOnlySpan<byte> response) =>
        [.. """{"id":"""u8, .. id, .. ""","type":"next","payload":"""u8, .. response, .. "}"u8];

    /// <summary>`errors` is a JSON array.</summary>
    public static byte[] Error(byte[] id, ReadOnlySpan<byte> errors) =>
        [.. """{"id":"""u8, .. id, .. ""","type":"error","payload":"""u8, .. errors, .. "}"u8];

    public static byte[] Complete(byte[] id) => [.. """{"id":"""u8, .. id, .. ""","type":"complete"}"""u8];
}
