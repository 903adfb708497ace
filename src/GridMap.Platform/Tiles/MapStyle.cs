using System.Reflection;
using System.Text.Json.Nodes;
using GridMap.Core;

namespace GridMap.Platform.Tiles;

/// <summary>
/// Composes a MapLibre style of all layers from `data/style`: `@name` in the layer list stands for a colour of the theme,
/// `@label` for the name in the asked language, `@font…` for a stack of fonts the reader's system has.
/// There is no `glyphs` address on purpose: MapLibre then draws every script from system fonts.
/// </summary>
public sealed class MapStyle(TileCatalogue catalogue, MapThemes themes)
{
    private static readonly Refusal Unknown = new(
        "STYLE_UNKNOWN", "Send theme=dark or light and lang=zh or en.", "theme 须为 dark 或 light，lang 须为 zh 或 en。");

    private static readonly string[] Languages = ["zh", "en"];

    // The first family only carries the weight MapLibre reads from it; no system has it.
    private static readonly string[] Families = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans"];

    private readonly string _layers = Read("style/layers.json");

    public Result<JsonObject> Compose(string theme, string language, TilePlace place, string origin)
    {
        if (!MapThemes.Names.Contains(theme) || !Languages.Contains(language))
        {
            return Unknown;
        }

        var layers = JsonNode.Parse(_layers)!.AsArray();
        foreach (var layer in layers)
        {
            Substitute(layer!, theme, language);
            Hide(layer!.AsObject());
        }

        return new JsonObject
        {
            ["version"] = 8,
            ["name"] = $"GridMap {theme} {language}",
            ["metadata"] = new JsonObject { ["synthetic"] = place.Synthetic, ["place"] = place.Name, ["licence"] = place.Licence },
            ["center"] = new JsonArray(place.Longitude, place.Latitude),
            ["zoom"] = 12,
            ["sources"] = new JsonObject([.. catalogue.Layers.Select(layer => KeyValuePair.Create<string, JsonNode?>(layer.Id, SourceOf(layer, place, origin)))]),
            ["layers"] = layers,
        };
    }

    private static JsonObject SourceOf(TileLayer layer, TilePlace place, string origin) => new()
    {
        ["type"] = "vector",
        ["tiles"] = new JsonArray(TileJson.TilesOf(layer, origin)),
        ["minzoom"] = layer.MinZoom,
        ["maxzoom"] = layer.MaxZoom,
        ["bounds"] = new JsonArray(place.West, place.South, place.East, place.North),
        ["attribution"] = place.Attribution,
    };

    private void Hide(JsonObject layer)
    {
        var isHidden = layer["source"] is { } source && catalogue.Find(source.GetValue<string>()) is { DefaultVisible: false };
        if (!isHidden)
        {
            return;
        }

        layer["layout"] ??= new JsonObject();
        layer["layout"]!["visibility"] = "none";
    }

    private void Substitute(JsonNode node, string theme, string language)
    {
        foreach (var child in Children(node))
        {
            if (child is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith('@'))
            {
                value.ReplaceWith(Meaning(text[1..], theme, language));
            }
            else
            {
                Substitute(child, theme, language);
            }
        }
    }

    private static IReadOnlyList<JsonNode> Children(JsonNode node) => node switch
    {
        JsonObject members => [.. members.Select(member => member.Value).OfType<JsonNode>()],
        JsonArray items => [.. items.OfType<JsonNode>()],
        _ => [],
    };

    private JsonNode Meaning(string token, string theme, string language) => token switch
    {
        "label" when language == "en" => new JsonArray("coalesce", new JsonArray("get", "name_en"), new JsonArray("get", "name")),
        "label" => new JsonArray("get", "name"),
        "font" => FontStack("GridMap Regular"),
        "font-medium" => FontStack("GridMap Medium"),
        "font-bold" => FontStack("GridMap SemiBold"),
        _ => JsonValue.Create(themes.Color(theme, token)),
    };

    private static JsonArray FontStack(string weight) => new([JsonValue.Create(weight), .. Families.Select(family => (JsonNode?)JsonValue.Create(family))]);

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
