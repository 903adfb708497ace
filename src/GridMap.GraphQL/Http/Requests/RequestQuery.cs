using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GridMap.GraphQL.Http.Requests;

/// <summary>Reads the parameters of a GET (GraphQL over HTTP, "GET").</summary>
internal static class RequestQuery
{
    public static GraphQLRequest Read(HttpRequest request, int maxDepth)
    {
        var query = Find(request, "query");
        var operationName = Find(request, "operationName");
        var extensions = Json(Find(request, "extensions"), maxDepth);
        return RequestJson.Check(new GraphQLRequest
        {
            Query = query is null ? (ReadOnlyMemory<byte>?)null : Utf8(query),
            // An empty name is none.
            OperationName = operationName is "" ? null : operationName,
            Variables = Json(Find(request, "variables"), maxDepth),
            DocumentId = Find(request, "documentId") ?? RequestJson.PersistedQueryId(extensions),
        });
    }

    private static string? Find(HttpRequest request, string name)
    {
        var values = request.Query[name];
        return values.Count <= 1 ? values : throw Malformed();
    }

    private static JsonElement Json(string? text, int maxDepth)
    {
        if (string.IsNullOrEmpty(text))
        {
            return default;
        }

        var value = RequestJson.TryParse(Utf8(text), maxDepth) ?? throw Malformed();
        return value.ValueKind switch
        {
            JsonValueKind.Object => value,
            JsonValueKind.Null => default,
            JsonValueKind.Undefined or JsonValueKind.Array or JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                or _ => throw Malformed(),
        };
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static RefusedRequestException Malformed() => new(StatusCodes.Status400BadRequest, RequestErrors.QueryStringMalformed);
}
