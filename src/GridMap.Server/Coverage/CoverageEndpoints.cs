using System.Text.Json;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Files;

namespace GridMap.Server.Coverage;

/// <summary>`/api/coverage/…`: an answer as a file, for those who go on working elsewhere. `question` is the input of the query `coverage` as JSON.</summary>
public static class CoverageEndpoints
{
    private static readonly (string Name, Func<CoverageAnswer, DataTable> Of)[] Tables =
    [
        ("communities", answered => CoverageFiles.Areas(answered.AllCommunities)),
        ("grids", answered => CoverageFiles.Areas(answered.AllGrids)),
        ("gaps", answered => CoverageFiles.Gaps(answered.AllGaps)),
        ("facilities", answered => CoverageFiles.Catchments(answered.Catchments)),
        ("unlinkable", answered => CoverageFiles.Unlinkable(answered.AllUnlinkable)),
    ];

    public static IEndpointRouteBuilder MapCoverage(this IEndpointRouteBuilder app)
    {
        foreach (var (name, table) in Tables)
        {
            Map(app, $"{name}.csv", CsvFile.MediaType, answered => CsvFile.Write(table(answered)));
            Map(app, $"{name}.xlsx", XlsxFile.MediaType, answered => XlsxFile.Write(table(answered)));
        }

        Map(app, "buildings.geojson", GeoJsonFile.MediaType, CoverageFiles.Buildings);
        Map(app, "gaps.geojson", GeoJsonFile.MediaType, CoverageFiles.GapPoints);
        return app;
    }

    private static void Map(IEndpointRouteBuilder app, string file, string type, Func<CoverageAnswer, byte[]> write) =>
        app.MapGet($"/api/coverage/{file}", async (string question, AnswerCoverage answer, HttpContext http) =>
        {
            var input = JsonSerializer.Deserialize<CoverageInput>(question, CoverageScenario.Format) ?? throw new JsonException();
            var answered = await answer.RunAsync(input, http.RequestAborted);
            return answered.Refusal is { } refusal
                ? Problem.BadRequest(refusal, http)
                : Results.File(write(answered.Value), type, $"gridmap-coverage-{file}");
        }).Needs(Permission.SeeMap);
}
