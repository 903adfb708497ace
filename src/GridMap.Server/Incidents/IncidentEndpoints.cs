using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Incidents;

/// <summary>`/api/incidents/open` and `/api/incident-classes`.</summary>
public static class IncidentEndpoints
{
    private const int StandardLimit = 500;
    private const int LargestLimit = 2000;

    public static IServiceCollection AddIncidents(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(IncidentQueries))
        .AddSingleton<IncidentReach>()
        .AddSingleton<FindIncidents>()
        .AddSingleton<CountIncidents>()
        .AddSingleton<CountIncidentsBy>()
        .AddSingleton<FindIncidentId>()
        .AddSingleton<FindVersionedClasses>()
        .AddSingleton<RevealReporter>()
        .AddSingleton<LoadIncident>()
        .AddSingleton<FindMoveTarget>()
        .AddSingleton<FindDueTime>()
        .AddSingleton<JudgeMove>()
        .AddSingleton<MoveIncident>()
        .AddSingleton<ArriveAtIncident>()
        .AddSingleton<ReportAsCaller>()
        .AddSingleton<FindIncidentClasses>()
        .AddSingleton<FindOpenIncidents>()
        .AddSingleton<LoadIncidents>();

    public static IEndpointRouteBuilder MapIncidents(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/incidents/open", FindOpenAsync).Needs(Permission.SeeIncidents);
        app.MapGet("/api/incident-classes", (FindIncidentClasses find, CancellationToken cancellationToken) => find.RunAsync(cancellationToken))
            .Needs(Permission.SeeMap);
        return app;
    }

    private static async Task<IResult> FindOpenAsync(string? limit, Caller caller, FindOpenIncidents find, HttpContext http)
    {
        var asked = RequestValue.Limit(limit, StandardLimit, LargestLimit);
        return asked.Refusal is { } refusal
            ? Problem.BadRequest(refusal, http)
            : Results.Ok(await find.RunAsync(asked.Value, caller, http.RequestAborted));
    }
}
