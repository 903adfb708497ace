using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Files;

namespace GridMap.Server.Boundaries.Exporting;

/// <summary>`/api/boundaries/plans/{id}/…` and `/api/boundaries/areas/{id}/…`: a plan's changes and the division in force as files.</summary>
public static class ExportEndpoints
{
    private const string GeoPackage = "application/geopackage+sqlite3";

    public static IServiceCollection AddBoundaryExports(this IServiceCollection services) => services
        .AddSingleton<WriteGeoPackage>()
        .AddSingleton<ExportPlan>()
        .AddSingleton<ExportDivision>();

    public static IEndpointRouteBuilder MapBoundaryExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/boundaries/plans/{id}/changes.geojson", (string id, ExportPlan export, HttpContext http) =>
            SendPlanAsync(id, export, "geojson", GeoJsonFile.MediaType, async plan => await export.WriteGeoJsonAsync(plan, http.RequestAborted), http)).Needs(Permission.SeePlans);
        app.MapGet("/api/boundaries/plans/{id}/changes.gpkg", (string id, ExportPlan export, HttpContext http) =>
            SendPlanAsync(id, export, "gpkg", GeoPackage, plan => export.WriteGeoPackageAsync(plan, http.RequestAborted), http)).Needs(Permission.SeePlans);
        app.MapGet("/api/boundaries/plans/{id}/changes.csv", (string id, ExportPlan export, HttpContext http) =>
            SendPlanAsync(id, export, "csv", CsvFile.MediaType, async plan => await export.WriteCsvAsync(plan, http.RequestAborted), http)).Needs(Permission.SeePlans);
        app.MapGet("/api/boundaries/areas/{id}/grids.geojson", (string id, CurrentAreas areas, ExportDivision export, HttpContext http) =>
            SendAreaAsync(id, areas, "geojson", GeoJsonFile.MediaType, async area => await export.WriteGeoJsonAsync(area, http.RequestAborted), http)).Needs(Permission.SeePlans);
        app.MapGet("/api/boundaries/areas/{id}/grids.gpkg", (string id, CurrentAreas areas, ExportDivision export, HttpContext http) =>
            SendAreaAsync(id, areas, "gpkg", GeoPackage, area => export.WriteGeoPackageAsync(area, http.RequestAborted), http)).Needs(Permission.SeePlans);
        return app;
    }

    private static async Task<IResult> SendPlanAsync(
        string id, ExportPlan export, string extension, string type, Func<Plan, Task<Result<byte[]>>> writeAsync, HttpContext http)
    {
        var known = RequestValue.Id(id);
        if (known.Refusal is { } malformed)
        {
            return Problem.BadRequest(malformed, http);
        }

        return await export.FindAsync(known.Value, http.RequestAborted) is { } plan
            ? Send(await writeAsync(plan), type, $"{plan.Name}-{plan.Status.ToString().ToLowerInvariant()}.{extension}", http)
            : Problem.NotFound(PlanRefusals.Unknown, http);
    }

    private static async Task<IResult> SendAreaAsync(
        string id, CurrentAreas areas, string extension, string type, Func<int, Task<Result<byte[]>>> writeAsync, HttpContext http)
    {
        var area = RequestValue.Id(id);
        if (area.Refusal is { } malformed)
        {
            return Problem.BadRequest(malformed, http);
        }

        return (await areas.LoadAsync(http.RequestAborted)).Knows(area.Value)
            ? Send(await writeAsync(area.Value), type, $"grids-{area.Value}.{extension}", http)
            : Problem.NotFound(PlanRefusals.AreaUnknown, http);
    }

    private static IResult Send(Result<byte[]> written, string type, string name, HttpContext http) => written.Refusal is { } refusal
        ? Problem.From(refusal, StatusCodes.Status503ServiceUnavailable, http)
        : Results.File(written.Value, type, $"gridmap-{FileName(name)}");

    /// <summary>What some system would not take in a file's name becomes a dash.</summary>
    private static string FileName(string name) => string.Concat(name.Select(letter => char.IsControl(letter) || "\\/:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '-' : letter));
}
