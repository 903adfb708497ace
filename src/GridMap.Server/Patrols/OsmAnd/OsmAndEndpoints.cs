using GridMap.Core.Patrols;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Patrols.OsmAnd;

/// <summary>`/osmand`: positions by the protocol of OsmAnd and the Traccar client. 200 means stored, or filtered for good; anything else means send again.</summary>
public static class OsmAndEndpoints
{
    private const string FilteredHeader = "X-GridMap-Filtered";

    public static IEndpointRouteBuilder MapOsmAnd(this IEndpointRouteBuilder app)
    {
        // A tracker knows nothing but its own id, and says nothing but where it is.
        app.MapMethods("/osmand", [HttpMethods.Get, HttpMethods.Post], ReceiveAsync).IsOpen();
        return app;
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, ReceiveFix receive, TimeProvider clock)
    {
        var message = await ReadDeviceMessage.RunAsync(http.Request, clock.GetUtcNow(), http.RequestAborted);
        if (message.Refusal is { } malformed)
        {
            receive.Unreadable(malformed);
            return Problem.BadRequest(malformed, http);
        }

        var answer = await receive.RunAsync(new SentFix(message.Value.DeviceId, message.Value.Fix), http.RequestAborted);
        if (answer.Refusal is { } refusal)
        {
            return Problem.From(refusal, answer.Status, http);
        }

        if (answer.Filter is { } filter)
        {
            http.Response.Headers[FilteredHeader] = FixFilters.Name(filter);
        }

        return Results.Ok();
    }
}
