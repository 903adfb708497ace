using GridMap.Core;
using GridMap.Platform.Api;

namespace GridMap.Server.Facilities;

/// <summary>`/api/facilities`.</summary>
public static class FacilityEndpoints
{
    private static readonly Refusal Unknown = new("FACILITY_UNKNOWN", "There is no such facility; check its id.", "没有这一设施；请核对 id。");

    public static IServiceCollection AddFacilities(this IServiceCollection services) => services.AddSingleton<FindFacility>();

    public static IEndpointRouteBuilder MapFacilities(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/facilities/{id}", (string id, FindFacility find, HttpContext http) =>
            Lookup.AnswerAsync(RequestValue.Id(id), find.RunAsync, Unknown, http));
        return app;
    }
}
