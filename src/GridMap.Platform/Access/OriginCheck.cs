using System.Net;
using GridMap.Core;
using GridMap.Platform.Api;
using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Access;

/// <summary>A browser may send a cookie or open a socket only from the server's own pages, from an origin that is allowed, or on the developer's own machine.</summary>
internal static class OriginCheck
{
    public static Refusal Foreign { get; } = new(
        "ORIGIN_FOREIGN", "Ask from the server's own pages, or allow this origin.", "请从本服务的页面访问，或将该来源加入允许列表。");

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

    public static Task RefuseAsync(HttpContext http) => Problem.From(Foreign, StatusCodes.Status403Forbidden, http).ExecuteAsync(http);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
