using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace GridMap.GraphQL.Http.Requests;

/// <summary>Reads the parameters of requests from JSON that a stranger wrote: bounded in depth, no property twice, every string whole.</summary>
internal static class RequestJson
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The value of a JSON text; a text that is none is refused.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> text, int maxDepth) =>
        TryParse(text, maxDepth) ?? throw new RefusedRequestException(StatusCodes.Status400BadRequest, RequestErrors.BodyMalformed);

    /// <summary>The value of a JSON text; null where it is none. Where it broke is the client's to find; the parser's words are not ours to give.</summary>
    public static JsonElement? TryParse(ReadOnlySpan<byte> text, int maxDepth)
    {
        var json = text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;
        if (!Utf8.IsValid(json))
        {
            return null;
        }

        try
        {
            var value = JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = maxDepth, AllowDuplicateProperties = false });
            return json.IndexOf("\\u"u8) < 0 || HasWholeStrings(value) ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The parameters in a JSON object; other properties are reserved by the specification and left alone.</summary>
    public static GraphQLRequest Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedRequestException(StatusCodes.Status400BadRequest, RequestErrors.RequestNotAnObject);
        }

        var query = Find(json, "query", JsonValueKind.String, "a string", "字符串");
        var extensions = Find(json, "extensions", JsonValueKind.Object, "an object", "对象");
        return Check(new GraphQLRequest
        {
            Query = query.ValueKind == JsonValueKind.String ? Utf8Text(query) : (ReadOnlyMemory<byte>?)null,
            OperationName = Text(Find(json, "operationName", JsonValueKind.String, "a string", "字符串")),
            Variables = Find(json, "variables", JsonValueKind.Object, "an object", "对象"),
            DocumentId = Text(Find(json, "documentId", JsonValueKind.String, "a string", "字符串")) ?? PersistedQueryId(extensions),
        });
    }

    public static GraphQLRequest Check(GraphQLRequest request) => request.Query is not null || request.DocumentId is not null
        ? request
        : throw new RefusedRequestException(StatusCodes.Status400BadRequest, RequestErrors.QueryMissing);

    /// <summary>As Apollo's clients name a persisted document: `{"persistedQuery": {"version": 1, "sha256Hash": "…"}}`.</summary>
    public static string? PersistedQueryId(JsonElement extensions)
    {
        if (extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty("persistedQuery", out var persisted))
        {
            return null;
        }

        return persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("sha256Hash", out var hash)
            && hash.ValueKind == JsonValueKind.String
            ? $"sha256:{hash.GetString()!.ToLowerInvariant()}"
            : throw WrongParameter("extensions.persistedQuery", "an object with a `sha256Hash`", "含 sha256Hash 的对象");
    }

    /// <summary>A parameter of the expected kind, or undefined where it is absent or null.</summary>
    private static JsonElement Find(JsonElement json, string name, JsonValueKind kind, string expected, string expectedChinese)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        return value.ValueKind == kind ? value : throw WrongParameter(name, expected, expectedChinese);
    }

    private static RefusedRequestException WrongParameter(string name, string expected, string expectedChinese) =>
        new(StatusCodes.Status400BadRequest, RequestErrors.WrongParameter(name, expected, expectedChinese));

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The text of a string without the way through UTF-16.</summary>
    private static ReadOnlyMemory<byte> Utf8Text(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        var reader = new Utf8JsonReader(raw);
        reader.Read();
        var text = new byte[raw.Length];
        return text.AsMemory(0, reader.CopyString(text));
    }

    /// <summary>An escape can name half of a character; it would only be found when somebody reads the string.</summary>
    private static bool HasWholeStrings(JsonElement value)
    {
        try
        {
            ReadStrings(value);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void ReadStrings(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                return;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    ReadStrings(item);
                }

                return;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    _ = property.Name;
                    ReadStrings(property.Value);
                }

                return;
            case JsonValueKind.Undefined or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null:
            default:
                return;
        }
    }
}
