using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Incidents;

/// <summary>`/api/incidents` and `/api/incident-classes`.</summary>
public static class IncidentEndpoints
{
    private const int StandardLimit = 500;
    private const int LargestLimit = 2000;

    private static readonly Refusal Unknown = new(
        "INCIDENT_UNKNOWN", "There is no such incident; check its id or number.", "没有这一事件；请核对 id 或编号。");

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
        .AddSingleton<MoveIncident>()
        .AddSingleton<ArriveAtIncident>()
        .AddSingleton<ReportAsCaller>()
        .AddSingleton<FindIncident>()
        .AddSingleton<FindIncidentClasses>()
        .AddSingleton<FindOpenIncidents>()
        .AddSingleton<LoadIncidents>();

    public static IEndpointRouteBuilder MapIncidents(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/incidents/open", FindOpenAsync).Needs(Permission.SeeIncidents);
        app.MapGet("/api/incidents/{id}", (string id, Caller caller, FindIncident find, HttpContext http) => Lookup.AnswerAsync(
            IncidentKey.Parse(id), (key, cancellationToken) => find.RunAsync(key, caller, cancellationToken), Unknown, http)).Needs(Permission.SeeIncidents);
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
