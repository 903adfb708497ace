using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace GridMap.Platform.Tiles;

/// <summary>A tile as an HTTP answer: 200, 204 when nothing lies there, 304 when the client has it already.</summary>
internal static class TileAnswer
{
    private const string ContentType = "application/vnd.mapbox-vector-tile";

    private static readonly StringValues Vary = "Accept-Encoding";

    private static readonly StringValues NoSniff = "nosniff";

    // Kept by clients, asked again each time: a change shows at once and costs a 304 otherwise.
    private static readonly StringValues CacheControl = "no-cache";

    public static Task WriteAsync(HttpContext http, Tile tile)
    {
        var response = http.Response;
        var headers = response.Headers;
        headers.CacheControl = CacheControl;
        headers.XContentTypeOptions = NoSniff;
        if (tile.IsEmpty)
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        var asked = http.Request.Headers;
        headers.Vary = Vary;
        if (tile.FindHeld(asked.IfNoneMatch) is { Count: > 0 } held)
        {
            headers.ETag = held;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = tile.Send(AcceptedEncoding.TakesGzip(asked.AcceptEncoding));
        headers.ETag = body.ETag;
        headers.ContentType = ContentType;
        headers.ContentEncoding = body.Encoding;
        headers.ContentLength = body.Bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            // Not flushed here: the end of the request sends headers and body in one go.
            response.BodyWriter.Write(body.Bytes);
        }

        return Task.CompletedTask;
    }
}
