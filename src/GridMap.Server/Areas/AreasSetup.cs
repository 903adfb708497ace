using GridMap.GraphQL.Http;
using GridMap.Platform.Access;

namespace GridMap.Server.Areas;

/// <summary>Registers the areas.</summary>
public static class AreasSetup
{
    public static IServiceCollection AddAreas(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(AreaQueries))
        .AddSingleton<FindAreas>()
        .AddSingleton<CountAreas>()
        .AddSingleton<FindGridAt>()
        .AddSingleton<FindAreaKey>()
        .AddSingleton<LoadDayEnd>()
        .AddScoped<CurrentAreas>();
}
