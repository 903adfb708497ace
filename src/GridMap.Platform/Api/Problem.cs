using System.Diagnostics;
using GridMap.Core;
using Microsoft.AspNetCore.Http;

namespace GridMap.Platform.Api;

/// <summary>A refusal as problem+json (RFC 9457) with a stable code and the remedy in both languages.</summary>
public static class Problem
{
    public static IResult From(Refusal refusal, int status, HttpContext http) => Results.Problem(
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

    public static IResult BadRequest(Refusal refusal, HttpContext http) => From(refusal, StatusCodes.Status400BadRequest, http);

    public static IResult NotFound(Refusal refusal, HttpContext http) => From(refusal, StatusCodes.Status404NotFound, http);
}
