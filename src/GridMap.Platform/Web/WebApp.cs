using System.Collections.Frozen;
using GridMap.Core;
using GridMap.Platform.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GridMap.Platform.Web;

/// <summary>Serves the built dashboard; every page the browser navigates to is the one index.html, but for the API explorer.</summary>
public static class WebApp
{
    private const string Index = "/index.html";
    private const string Explorer = "/explorer.html";
    private const string ExplorerAddress = "/graphql/explorer";

    private static readonly string[] InterfacePrefixes = ["/api", "/tiles", "/hubs", "/osmand", "/open311", "/health", "/graphql", "/assets"];

    private static readonly Refusal NotBuilt = new(
        "WEB_NOT_BUILT", "The dashboard has not been built: run scripts/setup, or name its folder with --web.", "前端尚未构建：请运行 scripts/setup，或用 --web 指定目录。");

    public static void UseWebApp(this IApplicationBuilder app, string folder)
    {
        var files = WebFiles.List(Path.GetFullPath(folder));
        app.Use((http, next) => AnswerAsync(http, next, files));
    }

    private static Task AnswerAsync(HttpContext http, RequestDelegate next, FrozenDictionary<string, WebFile> files)
    {
        var path = http.Request.Path.Value ?? "/";
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            return next(http);
        }

        if (files.TryGetValue(path, out var file) && File.Exists(file.Path))
        {
            return SendAsync(http, file);
        }

        if (FindPage(http.Request) is not { } page)
        {
            return next(http);
        }

        // A dashboard that is being built anew is away for a moment.
        return files.TryGetValue(page, out var built) && File.Exists(built.Path)
            ? SendAsync(http, built)
            : Problem.From(NotBuilt, StatusCodes.Status503ServiceUnavailable, http).ExecuteAsync(http);
    }

    private static string? FindPage(HttpRequest request) => request.Path == ExplorerAddress ? Explorer : IsNavigation(request) ? Index : null;

    /// <summary>A page, not a call: it wants HTML, has no file extension and lies under no interface.</summary>
    private static bool IsNavigation(HttpRequest request) =>
        (request.Path == "/" || request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        && !Path.HasExtension(request.Path.Value)
        && !InterfacePrefixes.Any(prefix => request.Path.StartsWithSegments(prefix, StringComparison.Ordinal));

    private static Task SendAsync(HttpContext http, WebFile file)
    {
        var (path, encoding) = Variant(http.Request.Headers.AcceptEncoding.ToString(), file);
        var etag = $"\"{file.ETag}{(encoding is null ? "" : "-" + encoding)}\"";
        var headers = http.Response.Headers;
        headers.ETag = etag;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = file.IsHashed ? "public, max-age=31536000, immutable" : "no-cache";
        if (http.Request.Headers.IfNoneMatch.ToString().Contains(etag, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentEncoding = encoding;
        http.Response.ContentType = file.ContentType;
        http.Response.ContentLength = new FileInfo(path).Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.SendFileAsync(path, http.RequestAborted);
    }

    private static (string Path, string? Encoding) Variant(string accepted, WebFile file)
    {
        if (file.BrotliPath is { } brotli && Accepts(accepted, "br"))
        {
            return (brotli, "br");
        }

        return file.GzipPath is { } gzip && Accepts(accepted, "gzip") ? (gzip, "gzip") : (file.Path, null);
    }

    private static bool Accepts(string accepted, string encoding) =>
        StringWithQualityHeaderValue.TryParseList([accepted], out var values)
        && values.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0);
}
