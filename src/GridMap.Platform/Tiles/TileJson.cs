using System.Text.Json.Nodes;

namespace GridMap.Platform.Tiles;

/// <summary>What a client is told of the layers: the catalogue, and TileJSON 3.0 for each.</summary>
public static class TileJson
{
    public static JsonObject Of(TileLayer layer, TilePlace place, string origin) => new()
    {
        ["tilejson"] = "3.0.0",
        ["name"] = layer.Id,
        ["description"] = layer.Description,
        ["version"] = "1.0.0",
        ["scheme"] = "xyz",
        ["tiles"] = new JsonArray(TilesOf(layer, origin)),
        ["minzoom"] = layer.MinZoom,
        ["maxzoom"] = layer.MaxZoom,
        ["bounds"] = new JsonArray(place.West, place.South, place.East, place.North),
        ["center"] = new JsonArray(place.Longitude, place.Latitude, Math.Clamp(12, layer.MinZoom, layer.MaxZoom)),
        ["attribution"] = place.Attribution,
        ["vector_layers"] = new JsonArray([.. layer.Parts.Select(part => Describe(layer, part))]),
    };

    public static string TilesOf(TileLayer layer, string origin) => $"{origin}/tiles/{layer.Id}/{{z}}/{{x}}/{{y}}.mvt";

    public static JsonArray Catalogue(TileCatalogue catalogue, MapThemes themes, string? attribution) =>
        new([.. catalogue.Layers.Select(layer => (JsonNode)new JsonObject
        {
            ["id"] = layer.Id,
            ["title"] = layer.Title,
            ["titleEn"] = layer.TitleEn,
            ["group"] = layer.Group,
            ["minzoom"] = layer.MinZoom,
            ["maxzoom"] = layer.MaxZoom,
            ["legend"] = new JsonArray([.. layer.Legend.Select(entry => LegendOf(entry, themes))]),
            ["defaultVisible"] = layer.DefaultVisible,
            ["drawOrder"] = layer.DrawOrder,
            ["public"] = layer.Public,
            ["attribution"] = attribution,
        })]);

    private static JsonObject LegendOf(LegendEntry entry, MapThemes themes) => new()
    {
        ["title"] = entry.Title,
        ["titleEn"] = entry.TitleEn,
        ["shape"] = entry.Shape,
        ["icon"] = entry.Icon,
        ["color"] = new JsonObject([.. MapThemes.Names.Select(theme => KeyValuePair.Create<string, JsonNode?>(theme, themes.Color(theme, entry.Color)))]),
    };

    private static JsonObject Describe(TileLayer layer, TilePart part) => new()
    {
        ["id"] = part.Id,
        ["description"] = part.Description,
        ["minzoom"] = Math.Max(part.MinZoom, layer.MinZoom),
        ["maxzoom"] = layer.MaxZoom,
        ["fields"] = new JsonObject([.. part.Fields.Select(field =>
            KeyValuePair.Create<string, JsonNode?>(field.Key, $"{field.Value.Type}: {field.Value.Title} / {field.Value.TitleEn}"))]),
    };
}
