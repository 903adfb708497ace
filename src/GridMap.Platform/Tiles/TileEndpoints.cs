using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Api;
using GridMap.Platform.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Platform.Tiles;

/// <summary>`/tiles`: the catalogue, TileJSON, the style, and the tiles.</summary>
public static class TileEndpoints
{
    // Chinese as it is, not as escapes; the answer is JSON and never put into a page.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IServiceCollection AddTiles(this IServiceCollection services, int cacheMebibytes) => services
        .AddSingleton(_ => TileCatalogue.Load())
        .AddSingleton(_ => MapThemes.Load())
        .AddSingleton(TileCacheLimits.OfMebibytes(cacheMebibytes))
        .AddSingleton<MapStyle>()
        .AddSingleton<TileMakers>()
        .AddSingleton<FindTilePlace>()
        .AddSingleton(provider => new TileCache(provider.GetRequiredService<TileMakers>().MakeAsync, provider.GetRequiredService<TileCacheLimits>()))
        .AddSingleton<TileChanges>()
        .AddSingleton(provider => Invalidation(provider.GetRequiredService<TileChanges>(), provider.GetRequiredService<TileCache>()))
        .AddSingleton(provider => new LiveDerivation(provider.GetRequiredService<TileChanges>().Derive));

    public static IEndpointRouteBuilder MapTiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/tiles", ListLayersAsync).IsOpen();
        app.MapGet("/tiles/style.json", ComposeStyleAsync).IsOpen();
        app.MapGet("/tiles/{layer}.json", DescribeLayerAsync).IsOpen();
        app.MapMethods("/tiles/{layer}/{z}/{x}/{y}.mvt", [HttpMethods.Get, HttpMethods.Head], SendTileAsync).TakesAnyone();
        return app;
    }

    private static ChangeConsumer Invalidation(TileChanges changes, TileCache cache) => new((batch, _) =>
    {
        foreach (var stale in changes.Stale(batch).Distinct())
        {
            cache.Invalidate(stale.Layer, stale.Bounds);
        }

        return ValueTask.CompletedTask;
    })
    {
        StartOver = cache.Clear,
    };

    private static async Task<IResult> ListLayersAsync(TileCatalogue catalogue, MapThemes themes, FindTilePlace findPlace, CancellationToken cancellationToken)
    {
        var place = await findPlace.RunAsync(cancellationToken);
        return Json(TileJson.Catalogue(catalogue, themes, place?.Attribution));
    }

    private static async Task<IResult> DescribeLayerAsync(string layer, TileCatalogue catalogue, FindTilePlace findPlace, HttpContext http)
    {
        if (catalogue.Find(layer) is not { } found)
        {
            return Problem.NotFound(TileCatalogue.LayerUnknown, http);
        }

        return await findPlace.RunAsync(http.RequestAborted) is { } place
            ? Json(TileJson.Of(found, place, OriginOf(http.Request)))
            : Problem.From(FindTilePlace.PlaceMissing, StatusCodes.Status503ServiceUnavailable, http);
    }

    private static async Task<IResult> ComposeStyleAsync(MapStyle style, FindTilePlace findPlace, HttpContext http, string theme = "dark", string lang = "zh")
    {
        if (await findPlace.RunAsync(http.RequestAborted) is not { } place)
        {
            return Problem.From(FindTilePlace.PlaceMissing, StatusCodes.Status503ServiceUnavailable, http);
        }

        var composed = style.Compose(theme, lang, place, OriginOf(http.Request));
        return composed.Refusal is { } refusal ? Problem.BadRequest(refusal, http) : Json(composed.Value);
    }

    private static async Task SendTileAsync(TileCatalogue catalogue, TileCache cache, Caller caller, HttpContext http)
    {
        if (!TilePath.TryRead(http.Request.Path.Value, out var path) || catalogue.Find(path.Layer) is not { } layer)
        {
            await Problem.NotFound(TileCatalogue.LayerUnknown, http).ExecuteAsync(http);
            return;
        }

        if (!layer.Public && !AccessRules.AllowsSomewhere(caller, Permission.SeeMap))
        {
            await Admission.RefuseAsync(http);
            return;
        }

        var tile = TileCoordinate.Parse(path.Zoom, path.Column, path.Row);
        if (tile.Refusal is { } outOfRange)
        {
            await Problem.BadRequest(outOfRange, http).ExecuteAsync(http);
            return;
        }

        if (!layer.Serves(tile.Value.Zoom))
        {
            await Problem.NotFound(layer.ZoomNotServed(), http).ExecuteAsync(http);
            return;
        }

        await TileAnswer.WriteAsync(http, await cache.ReadAsync(layer, tile.Value, http.RequestAborted));
    }

    private static string OriginOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    private static IResult Json(JsonNode body) => Results.Text(body.ToJsonString(Readable), "application/json");
}
