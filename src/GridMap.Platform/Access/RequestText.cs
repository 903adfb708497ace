using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Access;

/// <summary>A few short texts out of a small JSON body.</summary>
internal static class RequestText
{
    private const int MostBytes = 4096;

    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 2 };

    /// <summary>The texts of these fields in order; null for a body that is too long, no JSON, or lacks one.</summary>
    public static async Task<string[]?> ReadAsync(HttpContext http, params string[] fields)
    {
        if (!http.Request.HasJsonContentType() || await ReadBytesAsync(http) is not { } body)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body, Shallow);
            var texts = fields.Select(field => TextOf(document.RootElement, field)).OfType<string>().ToArray();
            return texts.Length == fields.Length ? texts : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Also half of a surrogate pair, which JSON can write and text cannot hold.
            return null;
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadBytesAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes)
        {
            return null;
        }

        var buffer = new byte[MostBytes + 1];
        var read = await http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, http.RequestAborted);
        return read > MostBytes ? null : buffer.AsMemory(0, read);
    }

    // A text with a null character is no text to the database.
    private static string? TextOf(JsonElement root, string field) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text && !text.Contains('\0')
            ? text
            : null;
}
