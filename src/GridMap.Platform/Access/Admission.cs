using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Platform.Access;

/// <summary>The door: who asks, whether their page may, and whether the endpoint is for them. Every request passes here once.</summary>
public static class Admission
{
    public const string RequestHeader = "X-GridMap-Request";

    /// <summary>By it a page says whom it believes to be signed in: the login, percent-encoded.</summary>
    public const string AccountHeader = "X-GridMap-Account";

    private static readonly Refusal SignInFirst = new("SIGN_IN_REQUIRED", "Sign in, or send a service token.", "请先登录，或提供服务令牌。");

    private static readonly Refusal Ended = new("SESSION_ENDED", "The session has ended: sign in again.", "登录已失效，请重新登录。");

    private static readonly Refusal TokenUnknown = new("TOKEN_UNKNOWN", "This token is not known or no longer good.", "服务令牌无效或已失效。");

    private static readonly Refusal Forbidden = new(
        "NOT_ALLOWED", "Your roles do not allow this; ask an administrator.", "您的角色无权进行此操作；请联系管理员。");

    private static readonly Refusal AccountChanged = new(
        "ACCOUNT_CHANGED",
        "Somebody else has signed in with this browser meanwhile; nothing was done. Load the page again, or sign in as before.",
        "本浏览器已改用其他账号登录，未执行操作；请重新载入页面，或重新登录原账号。");

    private static readonly Refusal HeaderMissing = new(
        "REQUEST_HEADER_MISSING", $"Send the header {RequestHeader}: 1 with whatever changes something.", $"凡修改数据的请求须带请求头 {RequestHeader}: 1。");

    public static void UseAdmission(this IApplicationBuilder app)
    {
        var known = app.ApplicationServices.GetRequiredService<KnownCallers>();
        var options = app.ApplicationServices.GetRequiredService<AccessOptions>();
        app.Use(next => http => AdmitAsync(http, next, known, options));
    }

    /// <summary>Why a request that only a page may make does not come from one of ours; null when it does.</summary>
    public static Refusal? FindForgery(HttpRequest request, AccessOptions options)
    {
        if (!OriginCheck.Allows(request, options.AllowedOrigins))
        {
            return OriginCheck.Foreign;
        }

        return IsSafe(request.Method) || request.Headers.ContainsKey(RequestHeader) ? null : HeaderMissing;
    }

    private static Task AdmitAsync(HttpContext http, RequestDelegate next, KnownCallers known, AccessOptions options)
    {
        // Routing itself answers a wrong method by an endpoint that is no route.
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return next(http);
        }

        var requirement = endpoint.Metadata.GetMetadata<AccessRequirement>();
        return requirement is { AsksWho: false } ? next(http) : AskAsync(http, next, requirement, known, options);
    }

    private static async Task AskAsync(HttpContext http, RequestDelegate next, AccessRequirement? requirement, KnownCallers known, AccessOptions options)
    {
        var credential = Credential.Read(http.Request);
        if (credential.Kind == CredentialKind.Session && FindForgery(http.Request, options) is { } forged)
        {
            await Problem.From(forged, StatusCodes.Status403Forbidden, http).ExecuteAsync(http);
            return;
        }

        var caller = await known.FindAsync(credential, http.RequestAborted) ?? Caller.Anonymous;
        if (caller.Kind == CallerKind.Account && !IsExpected(caller, http.Request))
        {
            await Problem.From(AccountChanged, StatusCodes.Status409Conflict, http).ExecuteAsync(http);
            return;
        }

        http.RequestServices.GetRequiredService<RequestCaller>().Is(caller, credential, http);
        var isSaidLater = requirement?.IsSaidLater?.Invoke(http.Request) ?? false;
        if (!isSaidLater && FindRefusal(requirement, caller, credential) is var (refusal, status))
        {
            await RefuseAsync(http, refusal, status);
            return;
        }

        await next(http);
    }

    private static (Refusal Refusal, int Status)? FindRefusal(AccessRequirement? requirement, Caller caller, Credential credential)
    {
        // A bad token is said to be bad even where none is needed: the program that sends it believes otherwise.
        if (!caller.IsKnown && (requirement is not { MustBeKnown: false } || credential.Kind == CredentialKind.Token))
        {
            return (WhyUnknown(credential), StatusCodes.Status401Unauthorized);
        }

        var isAllowed = requirement is not null && (requirement.Permission is not { } permission || AccessRules.AllowsSomewhere(caller, permission));
        return isAllowed ? null : (Forbidden, StatusCodes.Status403Forbidden);
    }

    private static Refusal WhyUnknown(Credential credential) => credential.Kind switch
    {
        CredentialKind.None => SignInFirst,
        CredentialKind.Session => Ended,
        CredentialKind.Token => TokenUnknown,
        CredentialKind.Malformed => SignInFirst,
        _ => throw new ArgumentOutOfRangeException(nameof(credential), credential.Kind, null),
    };

    /// <summary>Sends away a caller an operation has turned down.</summary>
    public static Task RefuseAsync(HttpContext http)
    {
        var request = RequestCaller.Of(http);
        return request.Caller.IsKnown
            ? RefuseAsync(http, Forbidden, StatusCodes.Status403Forbidden)
            : RefuseAsync(http, WhyUnknown(request.Credential), StatusCodes.Status401Unauthorized);
    }

    private static Task RefuseAsync(HttpContext http, Refusal refusal, int status)
    {
        if (status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return Problem.From(refusal, status, http).ExecuteAsync(http);
    }

    /// <summary>Tabs share a cookie: what one of them asks in the name of an account is not done in the name of another that signed in since.</summary>
    private static bool IsExpected(Caller caller, HttpRequest request) =>
        !request.Headers.TryGetValue(AccountHeader, out var login) || Uri.UnescapeDataString(login.ToString()) == caller.Name;

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
