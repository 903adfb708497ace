using GridMap.Core;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Place;

/// <summary>`/api/place`.</summary>
public static class PlaceEndpoints
{
    private static readonly Refusal Missing = new(
        "PLACE_MISSING",
        "There is no district yet: run `gridmap generate` or `gridmap import osm FILE`, or wait until it has finished.",
        "尚无辖区数据：请运行 `gridmap generate` 或 `gridmap import osm 文件`，或等待其完成。");

    public static IServiceCollection AddPlace(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(PlaceQueries))
        .AddSingleton<FindPlace>()
        .AddSingleton<CountPlace>();

    public static IEndpointRouteBuilder MapPlace(this IEndpointRouteBuilder app)
    {
        // Its name stands on the sign-in page.
        app.MapGet("/api/place", FindAsync).IsOpen();
        return app;
    }

    private static async Task<IResult> FindAsync(FindPlace find, CountPlace count, HttpContext http) =>
        await find.RunAsync(http.RequestAborted) is { } place
            ? Results.Ok(place with { Counts = await count.RunAsync(http.RequestAborted) })
            : Problem.From(Missing, StatusCodes.Status503ServiceUnavailable, http);
}
