using System.Globalization;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GridMap.Platform.Access;

/// <summary>`/api/session`: sign in, sign out, who am I, where else am I, change my password.</summary>
public static class SessionEndpoints
{
    private static readonly Refusal Malformed = new(
        "CREDENTIALS_MALFORMED", "Send {login, password} as JSON, of usual length.", "请以 JSON 发送 {login, password}，长度须合理。");

    private static readonly Refusal Unknown = new("SESSION_UNKNOWN", "There is no such session of yours.", "您没有这一登录会话。");

    private static readonly Refusal NotAnAccount = new("NOT_AN_ACCOUNT", "Only who signed in with a password can do this.", "仅限使用密码登录的账号。");

    public static IEndpointRouteBuilder MapSession(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/session", DescribeAsync).TakesAnyone();
        app.MapPost("/api/session", SignInAsync).TakesAnyone();
        app.MapDelete("/api/session", SignOutAsync).TakesAnyone();
        app.MapPut("/api/session/password", ChangePasswordAsync).NeedsSignIn();
        app.MapGet("/api/sessions", ListAsync).NeedsSignIn();
        app.MapDelete("/api/sessions/{id}", EndAsync).NeedsSignIn();
        return app;
    }

    /// <summary>No refusal for somebody who is not signed in: the page asks this to find out.</summary>
    private static async Task<IResult> DescribeAsync(Caller caller, RequestCaller request, FindProfile find, AccessOptions options, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var profile = caller.IsKnown ? await find.RunAsync(caller, http.RequestAborted) : null;
        // A wall asks now and then, and its browser keeps the key for as long again: nobody has to walk there.
        if (profile is { IsWall: true } && request.Credential.Kind == CredentialKind.Session && SessionCookie.Read(http.Request) is { } key)
        {
            SessionCookie.Write(http, key, options.Sessions.WallIdle);
        }

        return Results.Ok(new { profile });
    }

    private static async Task<IResult> SignInAsync(
        SignIn signIn, Caller before, RequestCaller request, EndSessions end, KnownCallers known, FindProfile find, AccessOptions options, HttpContext http)
    {
        if (Admission.FindForgery(http.Request, options) is { } forged)
        {
            return Problem.From(forged, StatusCodes.Status403Forbidden, http);
        }

        var body = await RequestText.ReadAsync(http, "login", "password");
        if (body is not [var login, var password] || login.Length is 0 or > PasswordRules.LongestLogin || password.Length is 0 or > PasswordRules.LongestPassword)
        {
            return Problem.BadRequest(Malformed, http);
        }

        var wanted = new SignInRequest(
            login, password, RequestOrigin.AddressOf(http), http.Request.Headers.UserAgent.ToString(), RequestOrigin.IsOwnMachine(http, options) && options.IsLoopbackOnly);
        var answer = await signIn.RunAsync(wanted, http.RequestAborted);
        if (answer.Session is not { } session)
        {
            return Refuse(answer.Password, http);
        }

        // The browser forgets the key it held: the session of that key must not stay open without anybody.
        if (request.Credential.Kind == CredentialKind.Session && before.IsKnown)
        {
            await end.RunAsync(before, request.Credential.Key, RequestOrigin.AddressOf(http), http.RequestAborted);
        }

        SessionCookie.Write(http, session.Key, session.Lasts);
        http.Response.Headers.CacheControl = "no-store";
        var caller = await known.FindAsync(new Credential(CredentialKind.Session, SecretKey.HashOf(session.Key)), http.RequestAborted);
        return Results.Ok(new { profile = caller is null ? null : await find.RunAsync(caller, http.RequestAborted) });
    }

    private static async Task<IResult> SignOutAsync(Caller caller, RequestCaller request, EndSessions end, HttpContext http)
    {
        if (request.Credential.Kind == CredentialKind.Session && caller.IsKnown)
        {
            await end.RunAsync(caller, request.Credential.Key, RequestOrigin.AddressOf(http), http.RequestAborted);
        }

        SessionCookie.Clear(http);
        return Results.NoContent();
    }

    private static async Task<IResult> ChangePasswordAsync(Caller caller, RequestCaller request, ChangePassword change, HttpContext http)
    {
        if (caller.Kind != CallerKind.Account)
        {
            return Problem.BadRequest(NotAnAccount, http);
        }

        var body = await RequestText.ReadAsync(http, "present", "wanted");
        if (body is not [var present, var wanted] || present.Length is 0 or > PasswordRules.LongestPassword)
        {
            return Problem.BadRequest(Malformed, http);
        }

        var answer = await change.RunAsync(caller, request.Credential.Key, present, wanted, RequestOrigin.AddressOf(http), http.RequestAborted);
        return answer.Refusal is null ? Results.NoContent() : Refuse(answer, http);
    }

    private static async Task<IResult> ListAsync(Caller caller, RequestCaller request, FindSessions find, HttpContext http) =>
        caller.Kind == CallerKind.Account
            ? Results.Ok(new { items = await find.RunAsync(caller, request.Credential.Key, http.RequestAborted) })
            : Problem.BadRequest(NotAnAccount, http);

    private static async Task<IResult> EndAsync(string id, Caller caller, EndSessions end, HttpContext http)
    {
        var isEnded = caller.Kind == CallerKind.Account
            && Guid.TryParseExact(id, "D", out var session)
            && await end.RunAsync(caller, session, RequestOrigin.AddressOf(http), http.RequestAborted) > 0;
        return isEnded ? Results.NoContent() : Problem.NotFound(Unknown, http);
    }

    private static IResult Refuse(PasswordAnswer answer, HttpContext http)
    {
        var problem = Problem.From(answer.Refusal!, answer.Status, http);
        if (answer.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return problem;
    }
}
