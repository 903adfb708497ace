using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace GridMap.Platform.Tiles;

/// <summary>The colours of the map by theme and token, as `data/style/{theme}.theme.json` says them.</summary>
public sealed class MapThemes
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _themes;

    private MapThemes(FrozenDictionary<string, FrozenDictionary<string, string>> themes) => _themes = themes;

    public static IReadOnlyList<string> Names { get; } = ["dark", "light"];

    public static MapThemes Load() => new(Names.ToFrozenDictionary(name => name, Read));

    public string Color(string theme, string token) => _themes[theme].TryGetValue(token, out var color)
        ? color
        : throw new InvalidDataException($"Theme {theme} has no colour named {token}.");

    private static FrozenDictionary<string, string> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"style/{name}.theme.json")!;
        return JsonSerializer.Deserialize(stream, CatalogueJson.Default.DictionaryStringString)!.ToFrozenDictionary();
    }
}
