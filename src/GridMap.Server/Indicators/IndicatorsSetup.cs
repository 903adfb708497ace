using GridMap.GraphQL.Http;

namespace GridMap.Server.Indicators;

/// <summary>Indicators as a part of the server.</summary>
public static class IndicatorsSetup
{
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(IndicatorQueries))
        .AddSingleton<LoadIndicators>()
        .AddSingleton<IndicatorItems>();
}
