using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Web;

/// <summary>Headers on every answer: no third-party host, no inline script, no sniffing, no framing.</summary>
public static class SecurityHeaders
{
    // MapLibre makes its worker and its images from blobs; the component library writes style elements at run time.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        // At the last moment: an answer to something thrown begins with all headers taken away.
        http.Response.OnStarting(Write, http.Response.Headers);
        return next(http);
    });

    private static Task Write(object answerHeaders)
    {
        var headers = (IHeaderDictionary)answerHeaders;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return Task.CompletedTask;
    }
}
