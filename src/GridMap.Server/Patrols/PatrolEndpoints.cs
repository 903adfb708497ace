using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Patrols;

/// <summary>`/api/patrols` and `/api/patrol-points`.</summary>
public static class PatrolEndpoints
{
    private static readonly Refusal UnknownPatrol = new("PATROL_UNKNOWN", "There is no such patrol; check its id.", "没有这一巡查力量；请核对 id。");

    private static readonly Refusal UnknownPoint = new("PATROL_POINT_UNKNOWN", "There is no such patrol point; check its id.", "没有这一巡查点位；请核对 id。");

    public static IServiceCollection AddPatrols(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(PatrolQueries))
        .AddSingleton<FindOnDutyPatrols>()
        .AddSingleton<FindPatrols>()
        .AddSingleton<CountPatrols>()
        .AddSingleton<FindPatrolKey>()
        .AddSingleton<PlayTrack>()
        .AddSingleton<CheckInAtPoint>()
        .AddSingleton<CreatePatrolPoint>()
        .AddSingleton<ChangePatrolPoint>()
        .AddSingleton<FindPatrolPoints>()
        .AddSingleton<CountPatrolPoints>()
        .AddSingleton<FindPatrolPointKey>()
        .AddSingleton<FindPatrol>()
        .AddSingleton<FindPatrolPoint>();

    public static IEndpointRouteBuilder MapPatrols(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/patrols/on-duty", async (Caller caller, FindOnDutyPatrols find, CancellationToken cancellationToken) =>
            new OnDutyPatrols(await find.RunAsync(caller, cancellationToken))).Needs(Permission.SeePatrols);
        app.MapGet("/api/patrols/{id}", (string id, Caller caller, FindPatrol find, HttpContext http) => Lookup.AnswerAsync(
            RequestValue.Id(id), (patrol, cancellationToken) => find.RunAsync(patrol, caller, cancellationToken), UnknownPatrol, http)).Needs(Permission.SeePatrols);
        app.MapGet("/api/patrol-points/{id}", (string id, FindPatrolPoint find, HttpContext http) =>
            Lookup.AnswerAsync(RequestValue.Id(id), find.RunAsync, UnknownPoint, http)).Needs(Permission.SeeMap);
        return app;
    }
}
