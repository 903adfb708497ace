using GridMap.Core;
using GridMap.Core.Access;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Areas;

/// <summary>`/api/areas`.</summary>
public static class AreaEndpoints
{
    private static readonly Refusal Unknown = new(
        "AREA_UNKNOWN", "There is no such area now; it may have been merged or renumbered.", "当前没有这一区域；它可能已被合并或重新编号。");

    public static IServiceCollection AddAreas(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(AreaQueries))
        .AddSingleton<FindArea>()
        .AddSingleton<FindAreas>()
        .AddSingleton<CountAreas>()
        .AddSingleton<FindGridAt>()
        .AddSingleton<FindAreaKey>()
        .AddSingleton<LoadDayEnd>()
        .AddScoped<CurrentAreas>();

    public static IEndpointRouteBuilder MapAreas(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/areas/{id}", (string id, FindArea find, HttpContext http) =>
            Lookup.AnswerAsync(RequestValue.Id(id), find.RunAsync, Unknown, http)).Needs(Permission.SeeMap);
        return app;
    }
}
