using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GridMap.GraphQL.Http.Requests;

/// <summary>Reads the body of a POST: JSON in UTF-8, and no more of it than allowed.</summary>
internal static class RequestBody
{
    public static void RequireJson(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || !IsUtf8(type)
            || request.Headers.ContentEncoding.Count > 0)
        {
            throw new RefusedRequestException(StatusCodes.Status415UnsupportedMediaType, RequestErrors.UnsupportedMediaType);
        }
    }

    public static async ValueTask<JsonElement> ReadAsync(HttpRequest request, GraphQLHttpOptions options, CancellationToken cancellationToken)
    {
        var limit = options.MaxRequestBytes;
        if (request.ContentLength > limit)
        {
            throw TooLarge(limit);
        }

        try
        {
            return await ReadBoundedAsync(request, limit, options.MaxJsonDepth, cancellationToken);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge(limit);
        }
    }

    private static async ValueTask<JsonElement> ReadBoundedAsync(HttpRequest request, int limit, int maxDepth, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var isDone = read.IsCompleted || read.Buffer.Length > limit;
            try
            {
                if (isDone)
                {
                    return read.Buffer.Length > limit ? throw TooLarge(limit) : Parse(read.Buffer, maxDepth);
                }
            }
            finally
            {
                // A reader left in the middle of a read costs the client its connection.
                reader.AdvanceTo(isDone ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
            }
        }
    }

    private static JsonElement Parse(ReadOnlySequence<byte> body, int maxDepth)
    {
        if (body.IsSingleSegment)
        {
            return RequestJson.Parse(body.FirstSpan, maxDepth);
        }

        // The value takes a copy of its own.
        var whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(whole);
            return RequestJson.Parse(whole.AsSpan(0, (int)body.Length), maxDepth);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static RefusedRequestException TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, RequestErrors.BodyTooLarge(limit));
}
