using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Access;

/// <summary>The cookie of a session: no script reads it, no other site sends it, and over https no other host can have set it.</summary>
public static class SessionCookie
{
    private const string Plain = "gridmap-session";
    private const string Locked = "__Host-gridmap-session";

    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    public static void Write(HttpContext http, string key, TimeSpan lasts) =>
        http.Response.Cookies.Append(NameFor(http.Request), key, Options(http.Request, lasts));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request), Options(http.Request, lasts: null));

    private static string NameFor(HttpRequest request) => IsHttps(request) ? Locked : Plain;

    // A proxy that ends TLS says so; who claims it without one only locks the cookie more than need be.
    private static bool IsHttps(HttpRequest request) =>
        request.IsHttps || string.Equals(request.Headers["X-Forwarded-Proto"].ToString(), "https", StringComparison.OrdinalIgnoreCase);

    private static CookieOptions Options(HttpRequest request, TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        Secure = IsHttps(request),
        SameSite = SameSiteMode.Strict,
        Path = "/",
        MaxAge = lasts,
        IsEssential = true,
    };
}
