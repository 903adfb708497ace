using System.Globalization;
using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Response;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Files;
using GridMap.Platform.Tiles;

namespace GridMap.Server.Response;

/// <summary>`/api/response/…`: heat as tiles, and figures as files for those who go on working elsewhere.</summary>
public static class ResponseEndpoints
{
    private const int CellsAcross = 1 << IncidentCell.TileDepth;

    private static readonly Refusal FilterMalformed = new(
        "FILTER_MALFORMED",
        "Send from and until as RFC 3339 times, within as an id, classes, sources and hours as lists with commas.",
        "from、until 须为 RFC 3339 时间，within 为标识，classes、sources、hours 以逗号分隔。");

    private static readonly Refusal GroupingUnknown = new(
        "GROUPING_UNKNOWN", "Send by and segment as the query responseReport takes them.", "by、segment 须为 responseReport 查询所列的取值。");

    public static IEndpointRouteBuilder MapResponse(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/response/heat/{z}/{x}/{y}.mvt", SendHeatAsync).Needs(Permission.SeeIncidents);
        app.MapGet("/api/response/report.csv", (Caller caller, CurrentAreas areas, KeepIncidentCube incidents, ResponseFiles files, HttpContext http) =>
            SendAsync(caller, areas, incidents, http, async (report, by) =>
                Results.File(CsvFile.Write(await files.TableAsync(report, by, http.RequestAborted)), CsvFile.MediaType, "gridmap-response.csv"))).Needs(Permission.SeeIncidents);
        app.MapGet("/api/response/report.xlsx", (Caller caller, CurrentAreas areas, KeepIncidentCube incidents, ResponseFiles files, HttpContext http) =>
            SendAsync(caller, areas, incidents, http, async (report, by) =>
                Results.File(XlsxFile.Write(await files.TableAsync(report, by, http.RequestAborted)), XlsxFile.MediaType, "gridmap-response.xlsx"))).Needs(Permission.SeeIncidents);
        app.MapGet("/api/response/grids.geojson", (Caller caller, CurrentAreas areas, KeepIncidentCube incidents, ResponseFiles files, HttpContext http) =>
            SendAsync(caller, areas, incidents, http, async (report, _) =>
                Results.File(await files.GridsAsync(report, http.RequestAborted), GeoJsonFile.MediaType, "gridmap-response-grids.geojson"))).Needs(Permission.SeeIncidents);
        return app;
    }

    /// <summary>A report as a file; `by` and `segment` are as in the query `responseReport`, grids and the response time where they are not named.</summary>
    private static async Task<IResult> SendAsync(
        Caller caller, CurrentAreas areas, KeepIncidentCube incidents, HttpContext http, Func<ResponseReport, ResponseGrouping, Task<IResult>> send)
    {
        var unread = ReadFilter(http.Request.Query, out var filter);
        var isNamed = TryRead(http.Request.Query["by"], out ResponseGrouping by) & TryRead(http.Request.Query["segment"], out Segment segment);
        if ((unread ?? (isNamed ? null : GroupingUnknown)) is { } refusal)
        {
            return Problem.BadRequest(refusal, http);
        }

        var selection = await filter.SelectAsync(caller, areas, http.RequestAborted);
        if (selection.Refusal is { } wrong)
        {
            return Problem.BadRequest(wrong, http);
        }

        var cube = await incidents.FindAsync(http.RequestAborted);
        var up = by switch { ResponseGrouping.Community => 1, ResponseGrouping.Subdistrict => 2, _ => 0 };
        var parents = up == 0 ? null : (await areas.LoadAsync(http.RequestAborted)).AncestorsOfGrids(up);
        return await send(cube.AtOnce(held => ComposeReport.Run(held, selection.Value, segment, by, parents, incidents.AsOf)), by);
    }

    // As the schema spells them: HOUR_OF_WEEK.
    private static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return string.IsNullOrEmpty(text) || (Enum.TryParse(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsDigit(text[0]));
    }

    /// <summary>How many incidents lie in each of the 64 × 64 cells of a tile: points with `n`, in the layer `heat`.</summary>
    private static async Task<IResult> SendHeatAsync(
        string z, string x, string y, Caller caller, CurrentAreas areas, KeepIncidentCube incidents, HttpContext http, CancellationToken cancellationToken)
    {
        var tile = TileCoordinate.Parse(z, x, y);
        var unread = ReadFilter(http.Request.Query, out var filter);
        if ((tile.Refusal ?? unread) is { } refusal)
        {
            return Problem.BadRequest(refusal, http);
        }

        var selection = await filter.SelectAsync(caller, areas, cancellationToken);
        if (selection.Refusal is { } wrong)
        {
            return Problem.BadRequest(wrong, http);
        }

        var cube = await incidents.FindAsync(cancellationToken);
        var counts = cube.CountCells(tile.Value.Zoom, tile.Value.Column, tile.Value.Row, selection.Value);
        http.Response.Headers.CacheControl = "no-cache";
        return counts is not null && PointTile.Encode("heat", counts, CellsAcross) is { Length: > 0 } body
            ? Results.Bytes(body, "application/vnd.mapbox-vector-tile")
            : Results.NoContent();
    }

    /// <summary>The filter as it stands in an address; without a period it is of all times.</summary>
    private static Refusal? ReadFilter(IQueryCollection query, out ResponseFilter filter)
    {
        var isRead = Time("from", DateTimeOffset.UnixEpoch, out var from) & Time("until", DateTimeOffset.FromUnixTimeSeconds(uint.MaxValue), out var until);
        var sources = List("sources")?.Select(name => Enum.TryParse<ResponseSource>(name, ignoreCase: true, out var source) && Enum.IsDefined(source) ? source : (ResponseSource?)null).ToArray();
        var hours = List("hours")?.Select(text => RequestValue.TryWhole(text, out var hour) ? hour : -1).ToArray();
        filter = new ResponseFilter(from, until, query["within"] is [{ Length: > 0 } within] ? within : null, List("classes"), sources?.OfType<ResponseSource>().ToArray(), hours);
        return isRead && sources?.Contains(null) != true ? null : FilterMalformed;

        string[]? List(string name) => query[name] is [{ Length: > 0 } text] ? text.Split(',') : null;

        bool Time(string name, DateTimeOffset otherwise, out DateTimeOffset time)
        {
            time = otherwise;
            return query[name] is not [{ Length: > 0 } text]
                || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
        }
    }
}
