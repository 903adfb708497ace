using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Api;

namespace GridMap.Server.Coverage;

/// <summary>`/api/coverage/…`: an answer as a file, for those who go on working elsewhere. `question` is the input of the query `coverage` as JSON.</summary>
public static class CoverageEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public static IEndpointRouteBuilder MapCoverage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/coverage/communities.csv", (string question, AnswerCoverage answer, HttpContext http) =>
            SendAsync(question, answer, Csv, answered => CoverageFiles.Areas(answered.AllCommunities), http)).Needs(Permission.SeeMap);
        app.MapGet("/api/coverage/grids.csv", (string question, AnswerCoverage answer, HttpContext http) =>
            SendAsync(question, answer, Csv, answered => CoverageFiles.Areas(answered.AllGrids), http)).Needs(Permission.SeeMap);
        app.MapGet("/api/coverage/gaps.csv", (string question, AnswerCoverage answer, HttpContext http) =>
            SendAsync(question, answer, Csv, answered => CoverageFiles.Gaps(answered.AllGaps), http)).Needs(Permission.SeeMap);
        app.MapGet("/api/coverage/buildings.geojson", (string question, AnswerCoverage answer, HttpContext http) =>
            SendAsync(question, answer, "application/geo+json", CoverageFiles.Buildings, http)).Needs(Permission.SeeMap);
        return app;
    }

    private static async Task<IResult> SendAsync(string question, AnswerCoverage answer, string type, Func<CoverageAnswer, byte[]> write, HttpContext http)
    {
        var input = JsonSerializer.Deserialize<CoverageInput>(question, CoverageScenario.Format) ?? throw new JsonException();
        var answered = await answer.RunAsync(input, http.RequestAborted);
        if (answered.Refusal is { } refusal)
        {
            return Problem.BadRequest(refusal, http);
        }

        var name = http.Request.Path.Value!.Split('/')[^1];
        return Results.File(write(answered.Value), type, $"gridmap-coverage-{name}");
    }
}
