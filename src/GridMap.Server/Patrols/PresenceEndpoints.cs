using System.Globalization;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Files;

namespace GridMap.Server.Patrols;

/// <summary>`/api/patrols/presence/…`: presence as a file, for those who go on working elsewhere.</summary>
public static class PresenceEndpoints
{
    private static readonly Refusal QuestionMalformed = new(
        "PRESENCE_QUESTION_MALFORMED",
        "Send from and until as RFC 3339 times, by as GRID, COMMUNITY or HOUR_OF_WEEK, within as an id and hours as a list with commas.",
        "from、until 须为 RFC 3339 时间，by 为 GRID、COMMUNITY 或 HOUR_OF_WEEK，within 为标识，hours 以逗号分隔。");

    public static IEndpointRouteBuilder MapPresence(this IEndpointRouteBuilder app)
    {
        Map(app, "report.csv", async (files, report, stop) => Results.File(CsvFile.Write(await files.TableAsync(report, stop)), CsvFile.MediaType, "gridmap-presence.csv"));
        Map(app, "report.xlsx", async (files, report, stop) => Results.File(XlsxFile.Write(await files.TableAsync(report, stop)), XlsxFile.MediaType, "gridmap-presence.xlsx"));
        Map(app, "areas.geojson", async (files, report, stop) => Results.File(await files.AreasAsync(report, stop), GeoJsonFile.MediaType, "gridmap-presence.geojson"));
        return app;
    }

    private static void Map(IEndpointRouteBuilder app, string file, Func<PresenceFiles, PresenceReport, CancellationToken, Task<IResult>> send) =>
        app.MapGet($"/api/patrols/presence/{file}", async (Caller caller, LoadPresenceReport load, PresenceFiles files, HttpContext http) =>
        {
            if (Read(http.Request.Query) is not { } question)
            {
                return Problem.BadRequest(QuestionMalformed, http);
            }

            var report = await load.RunAsync(question, caller, http.RequestAborted);
            return report.Refusal is { } refusal ? Problem.BadRequest(refusal, http) : await send(files, report.Value, http.RequestAborted);
        }).Needs(Permission.SeePatrols);

    private static PresenceQuestion? Read(IQueryCollection query)
    {
        int[]? hours = query["hours"] is [{ Length: > 0 } list] ? [.. list.Split(',').Select(text => RequestValue.TryWhole(text, out var hour) ? hour : -1)] : null;
        PresenceGrouping? by = query["by"] switch
        {
            ["GRID"] => PresenceGrouping.Grid,
            ["COMMUNITY"] => PresenceGrouping.Community,
            ["HOUR_OF_WEEK"] => PresenceGrouping.HourOfWeek,
            _ => null,
        };
        return by is { } grouping && Time("from") is { } from && Time("until") is { } until
            ? new PresenceQuestion(from, until, query["within"] is [{ Length: > 0 } within] ? within : null, hours, grouping)
            : null;

        DateTimeOffset? Time(string name) =>
            query[name] is [{ } text] && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
