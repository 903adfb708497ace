using System.Diagnostics;
using GridMap.Core;
using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Api;

/// <summary>A refusal as problem+json (RFC 9457) with a stable code and the remedy in both languages.</summary>
public static class Problem
{
    private const string RetryAfterSeconds = "5";

    public static IResult From(Refusal refusal, int status, HttpContext http)
    {
        AskToRetry(http, status);
        return Results.Problem(
            detail: refusal.Remedy,
            statusCode: status,
            title: refusal.Code,
            type: "about:blank",
            extensions: new Dictionary<string, object?>
            {
                ["code"] = refusal.Code,
                ["detailZh"] = refusal.RemedyChinese,
                ["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier,
            });
    }

    /// <summary>`Retry-After` where the same request may succeed a little later.</summary>
    public static void AskToRetry(HttpContext http, int status)
    {
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }

    public static IResult BadRequest(Refusal refusal, HttpContext http) => From(refusal, StatusCodes.Status400BadRequest, http);

    public static IResult NotFound(Refusal refusal, HttpContext http) => From(refusal, StatusCodes.Status404NotFound, http);
}
