using System.Net;
using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Access;

/// <summary>Where a request comes from.</summary>
public static class RequestOrigin
{
    /// <summary>The caller's address: the peer's, or what a proxy on this machine says in its last entry.</summary>
    public static string AddressOf(HttpContext http)
    {
        var peer = http.Connection.RemoteIpAddress ?? IPAddress.None;
        var forwarded = http.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return IPAddress.IsLoopback(peer) && forwarded is [.., var last] && IPAddress.TryParse(last, out var client) ? client.ToString() : peer.ToString();
    }

    /// <summary>Asked on this very machine, by no proxy and no foreign page.</summary>
    public static bool IsOwnMachine(HttpContext http, AccessOptions options)
    {
        var headers = http.Request.Headers;
        return http.Connection.RemoteIpAddress is { } peer
            && IPAddress.IsLoopback(peer)
            && !headers.ContainsKey("X-Forwarded-For")
            && !headers.ContainsKey("Forwarded")
            && OriginCheck.Allows(http.Request, options.AllowedOrigins);
    }
}
