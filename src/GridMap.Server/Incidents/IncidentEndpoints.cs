using GridMap.Core.Access;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;

namespace GridMap.Server.Incidents;

/// <summary>`/api/incident-classes`.</summary>
public static class IncidentEndpoints
{
    public static IServiceCollection AddIncidents(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(IncidentQueries))
        .AddSingleton<IncidentReach>()
        .AddSingleton<FindIncidents>()
        .AddSingleton<CountIncidents>()
        .AddSingleton<FindReplayedIncidents>()
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
        .AddSingleton<LoadIncidents>();

    public static IEndpointRouteBuilder MapIncidents(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/incident-classes", (FindIncidentClasses find, CancellationToken cancellationToken) => find.RunAsync(cancellationToken))
            .Needs(Permission.SeeMap);
        return app;
    }
}
