using GridMap.GraphQL.Http;
using GridMap.Platform.Live;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridMap.Server.Coverage;

/// <summary>Coverage as a part of the server.</summary>
public static class CoverageSetup
{
    public static IServiceCollection AddCoverage(this IServiceCollection services)
    {
        services.TryAddSingleton(new CoverageOptions());
        return services
            .AddGraphQLSubject(typeof(CoverageQueries))
            .AddSingleton<LoadCoverageGround>()
            .AddSingleton<LoadCoverageFacilities>()
            .AddSingleton<LoadPastFacilities>()
            .AddSingleton<LoadPlaceTime>()
            .AddSingleton<LinkPlaces>()
            .AddSingleton<CurrentCoverage>()
            .AddSingleton<CoverageMaps>()
            .AddSingleton<AnswerCoverage>()
            .AddSingleton<FindIsochrones>()
            .AddSingleton<FindNextSites>()
            .AddSingleton<FindCoverageScenarios>()
            .AddSingleton<SaveCoverageScenario>()
            .AddSingleton<RemoveCoverageScenario>()
            .AddHostedService<WarmCoverage>()
            .AddSingleton(static provider => Follow(provider.GetRequiredService<CurrentCoverage>()));
    }

    private static ChangeConsumer Follow(CurrentCoverage current) => new(current.HearAsync) { StartOver = current.StartOver };
}
