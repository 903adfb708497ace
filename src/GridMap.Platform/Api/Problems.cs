using System.Text.Json;
using GridMap.Core;
using GridMap.Platform.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Platform.Api;

/// <summary>The edge: whatever was thrown below becomes problem+json here and nowhere else; no stack trace leaves the server.</summary>
public static class Problems
{
    private static readonly Refusal Fault = new(
        "FAULT",
        "The server failed at this request; try again, and tell the operator the trace id if it stays.",
        "服务器处理此请求时出错；请重试，若仍失败请将 traceId 告知管理员。");

    private static readonly Refusal Malformed = new(
        "REQUEST_MALFORMED",
        "Check the request's path, query and body against the interface description.",
        "请求格式有误：请对照接口说明检查路径、参数与正文。");

    private static readonly Refusal TooLarge = new(
        "BODY_TOO_LARGE", "Send a smaller body.", "请求正文过大，请缩小后重新提交。");

    private static readonly Refusal NothingHere = new(
        "ROUTE_UNKNOWN", "There is nothing at this address; see docs/interfaces.md.", "此地址不存在；请查阅接口说明。");

    private static readonly Refusal WrongMethod = new(
        "METHOD_NOT_ALLOWED", "Use the method the interface description names for this address.", "请求方法不受支持；请按接口说明使用正确的方法。");

    public static IServiceCollection AddProblems(this IServiceCollection services) =>
        services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerThrownAsync, SuppressDiagnosticsCallback = IsExpected });
        app.UseStatusCodePages(AnswerBareStatusAsync);
    }

    private static bool IsExpected(ExceptionHandlerSuppressDiagnosticsContext context) =>
        context.Exception is BadHttpRequestException or JsonException or OperationCanceledException;

    /// <summary>What a thrown thing is to the one who asked.</summary>
    public static (Refusal Refusal, int Status) Explain(Exception? thrown) => thrown switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (TooLarge, StatusCodes.Status413PayloadTooLarge),
        BadHttpRequestException bad => (Malformed, bad.StatusCode),
        JsonException => (Malformed, StatusCodes.Status400BadRequest),
        _ when DatabaseTrouble.Find(thrown) == DatabaseTrouble.DiskFull => (DatabaseTrouble.DiskFull, StatusCodes.Status507InsufficientStorage),
        _ when DatabaseTrouble.Find(thrown) == DatabaseTrouble.Unreachable => (DatabaseTrouble.Unreachable, StatusCodes.Status503ServiceUnavailable),
        _ => (Fault, StatusCodes.Status500InternalServerError),
    };

    private static Task AnswerThrownAsync(HttpContext http)
    {
        var (refusal, status) = Explain(http.Features.Get<IExceptionHandlerFeature>()?.Error);
        return Problem.From(refusal, status, http).ExecuteAsync(http);
    }

    private static Task AnswerBareStatusAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var refusal = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => NothingHere,
            StatusCodes.Status405MethodNotAllowed => WrongMethod,
            StatusCodes.Status413PayloadTooLarge => TooLarge,
            >= 500 => Fault,
            _ => Malformed,
        };
        return Problem.From(refusal, http.Response.StatusCode, http).ExecuteAsync(http);
    }
}
