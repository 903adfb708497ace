using System.Net;
using Microsoft.AspNetCore.Http;

namespace GridMap.GraphQL.Http;

/// <summary>
/// Keeps pages of other origins from acting with a visitor's cookie. A POST has to be JSON, which a foreign page cannot send without the browser asking first;
/// a GET that carries a cookie must show that it comes from our own pages or could not be sent without asking.
/// </summary>
internal static class OriginRule
{
    private static readonly string[] PreflightHeaders = ["GraphQL-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name", "X-Requested-With"];

    /// <summary>Of any request that carries a cookie.</summary>
    public static void Require(HttpRequest request, IReadOnlyList<string> allowedOrigins)
    {
        if (request.Headers.Cookie.Count == 0)
        {
            return;
        }

        if (!Allows(request, allowedOrigins))
        {
            throw new RefusedRequestException(StatusCodes.Status403Forbidden, RequestErrors.ForeignOrigin);
        }

        if (HttpMethods.IsGet(request.Method) && !IsOurOwn(request) && !PreflightHeaders.Any(request.Headers.ContainsKey))
        {
            throw new RefusedRequestException(StatusCodes.Status403Forbidden, RequestErrors.CrossSite);
        }
    }

    /// <summary>No origin (no browser), our own, one that is allowed, or the developer's own machine on both ends.</summary>
    public static bool Allows(HttpRequest request, IReadOnlyList<string> allowedOrigins)
    {
        var text = request.Headers.Origin.ToString();
        if (text.Length == 0 || allowedOrigins.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var origin)
            && (origin.Scheme == Uri.UriSchemeHttp || origin.Scheme == Uri.UriSchemeHttps)
            && (string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
                || (origin.IsLoopback && IsLoopback(request.Host.Host)));
    }

    /// <summary>The browser says so (Fetch Metadata), or names an origin that was allowed.</summary>
    private static bool IsOurOwn(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none" || request.Headers.Origin.Count > 0;

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
