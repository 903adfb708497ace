using GridMap.GraphQL.Http;

namespace GridMap.Server.Search;

/// <summary>What the search needs to run.</summary>
public static class SearchSetup
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(SearchQueries))
        .AddSingleton<SearchPlace>();
}
