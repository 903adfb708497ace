using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Platform.Tiles;

/// <summary>
/// The short way for tiles of public layers: before routing, error pages and page headers; one that is made already goes without a task or an allocation of
/// its own. Whatever cannot be answered with a tile goes on to the endpoint, which gives the same answers.
/// </summary>
public static class PublicTiles
{
    public static void UsePublicTiles(this IApplicationBuilder app)
    {
        var catalogue = app.ApplicationServices.GetRequiredService<TileCatalogue>();
        var cache = app.ApplicationServices.GetRequiredService<TileCache>();
        app.Use(next => http =>
        {
            if (!TryRead(http.Request, catalogue, out var layer, out var tile))
            {
                return next(http);
            }

            return cache.Find(layer, tile) is { } made ? TileAnswer.WriteAsync(http, made) : MakeAsync(http, next, cache, layer, tile);
        });
    }

    private static bool TryRead(HttpRequest request, TileCatalogue catalogue, [NotNullWhen(true)] out TileLayer? layer, out TileCoordinate tile)
    {
        (layer, tile) = (null, default);
        // Who shows a key is told when it opens nothing, also where none is needed.
        if (!TilePath.TryRead(request.Path.Value, out var path)
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || request.Headers.Authorization.Count > 0)
        {
            return false;
        }

        layer = catalogue.Find(path.Layer);
        var parsed = TileCoordinate.Parse(path.Zoom, path.Column, path.Row);
        if (layer is not { Public: true } || parsed.IsRefused || !layer.Serves(parsed.Value.Zoom))
        {
            return false;
        }

        tile = parsed.Value;
        return true;
    }

    private static async Task MakeAsync(HttpContext http, RequestDelegate next, TileCache cache, TileLayer layer, TileCoordinate coordinate)
    {
        Tile tile;
        try
        {
            // Nobody is spared anything by not waiting: a tile that has been begun is made in any case.
            tile = await cache.ReadAsync(layer, coordinate, CancellationToken.None);
        }
        catch (Exception)
        {
            // It is tried once more there, and told as every fault is.
            await next(http);
            return;
        }

        await TileAnswer.WriteAsync(http, tile);
    }
}
