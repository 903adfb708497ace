using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GridMap.Platform.Tiles;

/// <summary>
/// The short way for a tile that is made already: before routing, error pages and page headers, without a task or an allocation of its own.
/// Whatever is not a made tile of a public layer goes on to the endpoint, which gives the same answers.
/// </summary>
public static class CachedTiles
{
    public static void UseCachedTiles(this IApplicationBuilder app)
    {
        var catalogue = app.ApplicationServices.GetRequiredService<TileCatalogue>();
        var cache = app.ApplicationServices.GetRequiredService<TileCache>();
        app.Use(next => http => Find(catalogue, cache, http.Request) is { } tile ? TileAnswer.WriteAsync(http, tile) : next(http));
    }

    private static Tile? Find(TileCatalogue catalogue, TileCache cache, HttpRequest request)
    {
        if (!TilePath.TryRead(request.Path.Value, out var path)
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || catalogue.Find(path.Layer) is not { Public: true } layer)
        {
            return null;
        }

        var tile = TileCoordinate.Parse(path.Zoom, path.Column, path.Row);
        return tile.IsRefused ? null : cache.Find(layer, tile.Value);
    }
}
