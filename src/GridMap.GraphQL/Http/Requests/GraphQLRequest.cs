using System.Text.Json;

namespace GridMap.GraphQL.Http.Requests;

/// <summary>The parameters of a request (GraphQL over HTTP, "Request Parameters" and "Persisted Document Request").</summary>
internal sealed record GraphQLRequest
{
    /// <summary>The UTF-8 source of the document; null where only its identifier is sent.</summary>
    public ReadOnlyMemory<byte>? Query { get; init; }

    /// <summary>`sha256:` and 64 lower-case hexadecimal digits, or what the client calls its document.</summary>
    public string? DocumentId { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object, or undefined.</summary>
    public JsonElement Variables { get; init; }

    public bool IsBatched { get; init; }
}
