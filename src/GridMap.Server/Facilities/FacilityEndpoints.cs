using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Network;

namespace GridMap.Server.Facilities;

/// <summary>`/api/facilities`.</summary>
public static class FacilityEndpoints
{
    private static readonly Refusal Unknown = new("FACILITY_UNKNOWN", "There is no such facility; check its id.", "没有这一设施；请核对 id。");

    public static IServiceCollection AddFacilities(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(FacilityQueries))
        .AddSingleton<FindFacility>()
        .AddSingleton<WalkingNetwork>()
        .AddSingleton<FindFacilities>()
        .AddSingleton<CountFacilities>()
        .AddSingleton<FindOpenFacilities>()
        .AddSingleton<LoadLocalClock>()
        .AddSingleton<FindFacilityKinds>()
        .AddSingleton<FindServices>()
        .AddSingleton<FindNearestFacilities>()
        .AddSingleton<FindFacilityKey>();

    public static IEndpointRouteBuilder MapFacilities(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/facilities/{id}", (string id, FindFacility find, HttpContext http) =>
            Lookup.AnswerAsync(RequestValue.Id(id), find.RunAsync, Unknown, http)).Needs(Permission.SeeMap);
        return app;
    }
}
