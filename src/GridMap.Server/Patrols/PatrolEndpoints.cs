using GridMap.Core.Access;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Files;

namespace GridMap.Server.Patrols;

/// <summary>`/api/patrols/on-duty`.</summary>
public static class PatrolEndpoints
{
    public static IServiceCollection AddPatrols(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(PatrolQueries))
        .AddSingleton<FindOnDutyPatrols>()
        .AddSingleton<FindPatrols>()
        .AddSingleton<FindSilentPatrols>()
        .AddSingleton<CountPatrols>()
        .AddSingleton<FindPatrolKey>()
        .AddSingleton<PlayTrack>()
        .AddSingleton<FollowPositions>()
        .AddSingleton<LinkToNetwork>()
        .AddSingleton<FindCandidates>()
        .AddSingleton<FindWalk>()
        .AddSingleton<ReportPositions>()
        .AddSingleton<CheckInAtPoint>()
        .AddSingleton<CreatePatrolPoint>()
        .AddSingleton<ChangePatrolPoint>()
        .AddSingleton<FindPatrolPoints>()
        .AddSingleton<CountPatrolPoints>()
        .AddSingleton<FindPatrolPointKey>()
        .AddSingleton<FindGridWatches>()
        .AddSingleton<LoadPresenceReport>()
        .AddSingleton<PresenceFiles>()
        .AddNamedAreas();

    public static IEndpointRouteBuilder MapPatrols(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/patrols/on-duty", async (Caller caller, FindOnDutyPatrols find, CancellationToken cancellationToken) =>
            new OnDutyPatrols(await find.RunAsync(caller, cancellationToken))).Needs(Permission.SeePatrols);
        return app.MapPresence();
    }
}
