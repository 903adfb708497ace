using GridMap.Core.Access;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Search;

/// <summary>`/api/search`.</summary>
public static class SearchEndpoints
{
    private const int MostCharacters = 64;
    private const int StandardLimit = 12;
    private const int LargestLimit = 50;

    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(SearchQueries))
        .AddSingleton<SearchPlace>();

    public static IEndpointRouteBuilder MapSearch(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/search", SearchAsync).Needs(Permission.SeeMap);
        return app;
    }

    private static async Task<IResult> SearchAsync(string? q, string? limit, Caller caller, SearchPlace search, HttpContext http)
    {
        var words = RequestValue.Words(q, MostCharacters);
        var most = RequestValue.Limit(limit, StandardLimit, LargestLimit);
        return (words.Refusal ?? most.Refusal) is { } refusal
            ? Problem.BadRequest(refusal, http)
            : Results.Ok(await search.RunAsync(words.Value, most.Value, caller, http.RequestAborted));
    }
}
