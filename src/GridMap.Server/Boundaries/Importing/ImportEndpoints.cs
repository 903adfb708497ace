using GridMap.Core;
using GridMap.Core.Access;
using GridMap.Core.Boundaries.Importing;
using GridMap.GraphQL.Http;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using Microsoft.AspNetCore.Http.Features;

namespace GridMap.Server.Boundaries.Importing;

/// <summary>`POST /api/boundaries/imports` takes a file with a division as its body and begins to check it; the query `divisionImport` tells how far it is.</summary>
public static class ImportEndpoints
{
    public static IServiceCollection AddDivisionImports(this IServiceCollection services) => services
        .AddGraphQLSubject(typeof(ImportQueries))
        .AddSingleton<Ogr2Ogr>()
        .AddSingleton<ReadDivisionFile>()
        .AddSingleton<CheckDivision>()
        .AddSingleton<PlanDivision>()
        .AddSingleton<DivisionImports>();

    public static IEndpointRouteBuilder MapDivisionImports(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/boundaries/imports", StartAsync).Needs(Permission.EditBoundaries);
        return app;
    }

    private static async Task<IResult> StartAsync(
        string area, string? name, double? tolerance, string? datum, string? layer, string? codeField, string? nameField, Caller caller, CurrentAreas areas, DivisionImports imports, HttpContext http)
    {
        var request = Read(area, tolerance, datum);
        if (request.Refusal is { } malformed)
        {
            return Problem.BadRequest(malformed, http);
        }

        var tree = await areas.LoadAsync(http.RequestAborted);
        if (!tree.Knows(request.Value.Area))
        {
            return Problem.BadRequest(PlanRefusals.AreaUnknown, http);
        }

        if (!AccessRules.Allows(caller, Permission.EditBoundaries, tree.PathOf(request.Value.Area)))
        {
            return Problem.From(PlanRefusals.NotAllowed, StatusCodes.Status403Forbidden, http);
        }

        if (await ReadBodyAsync(http) is not { } content)
        {
            return Problem.From(FileRefusals.TooLarge, StatusCodes.Status413PayloadTooLarge, http);
        }

        var started = imports.Start(new DivisionFile(NameOf(name), content, Word(layer), Word(codeField), Word(nameField)), request.Value, caller);
        return started.Refusal is { } busy
            ? Problem.From(busy, StatusCodes.Status429TooManyRequests, http)
            : Results.Accepted(value: new { id = started.Value.Id });
    }

    private static Result<ImportRequest> Read(string area, double? tolerance, string? datum)
    {
        var id = RequestValue.Id(area);
        var meters = tolerance ?? ImportOptions.DefaultToleranceMeters;
        return id.Refusal is { } malformed ? malformed
            : meters is not (>= 0 and <= ImportOptions.MostToleranceMeters) ? ImportRefusals.ToleranceOutOfRange
            : DatumOf(datum) is { } known ? new ImportRequest(id.Value, meters, known)
            : ImportRefusals.DatumUnknown;
    }

    /// <summary>Null for a word that is none; nothing said is WGS 84.</summary>
    private static SourceDatum? DatumOf(string? word) => word?.ToUpperInvariant() switch
    {
        null or "" or "WGS84" => SourceDatum.Wgs84,
        "GCJ02" => SourceDatum.Gcj02,
        _ => null,
    };

    private static string NameOf(string? name) => RequestValue.Words(name, DivisionFile.LongestName) is { IsRefused: false, Value: var words } ? words : "—";

    private static string? Word(string? text) => RequestValue.Words(text, DivisionFile.LongestName) is { IsRefused: false, Value: var words } ? words : null;

    /// <summary>Null for more than a file may have.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = DivisionFile.MostBytes;
        }

        if (http.Request.ContentLength > DivisionFile.MostBytes)
        {
            return null;
        }

        try
        {
            using var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
