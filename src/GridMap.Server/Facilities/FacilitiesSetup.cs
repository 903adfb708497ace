using GridMap.GraphQL.Http;
using GridMap.Platform.Network;

namespace GridMap.Server.Facilities;

/// <summary>Registers the facilities.</summary>
public static class FacilitiesSetup
{
    public static IServiceCollection AddFacilities(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(FacilityQueries))
        .AddSingleton<WalkingNetwork>()
        .AddSingleton<FindFacilities>()
        .AddSingleton<CountFacilities>()
        .AddSingleton<FindOpenFacilities>()
        .AddSingleton<LoadLocalClock>()
        .AddSingleton<FindFacilityKinds>()
        .AddSingleton<FindServices>()
        .AddSingleton<KindsByCode>()
        .AddSingleton<ServicesByCode>()
        .AddSingleton<FindNearestFacilities>()
        .AddSingleton<FindReplayedFacilities>()
        .AddSingleton<FindFacilityAt>()
        .AddSingleton<FindFacilityKey>();
}
