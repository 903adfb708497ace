using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using GridMap.Core;

namespace GridMap.Platform.Tiles;

/// <summary>The layers there are, in drawing order.</summary>
public sealed partial class TileCatalogue
{
    public static readonly Refusal LayerUnknown = new(
        "LAYER_UNKNOWN", "Ask GET /tiles for the layers there are.", "没有此图层；可用图层请查询 GET /tiles。");

    private readonly FrozenDictionary<string, TileLayer>.AlternateLookup<ReadOnlySpan<char>> _byId;

    public TileCatalogue(IEnumerable<TileLayer> layers)
    {
        Layers = [.. layers.OrderBy(layer => layer.DrawOrder).Select((layer, number) => Checked(layer) with { Number = number })];
        _byId = Layers.ToFrozenDictionary(layer => layer.Id, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<TileLayer> Layers { get; }

    /// <summary>The catalogue this program was built with.</summary>
    public static TileCatalogue Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new TileCatalogue(assembly.GetManifestResourceNames().Where(name => name.EndsWith(".layer.json", StringComparison.Ordinal)).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            return JsonSerializer.Deserialize(stream, CatalogueJson.Default.TileLayer)!;
        }));
    }

    public TileLayer? Find(ReadOnlySpan<char> id) => _byId.TryGetValue(id, out var layer) ? layer : null;

    public IEnumerable<TileLayer> ChangedBy(string topic) => Layers.Where(layer => layer.ChangedBy.Contains(topic));

    private static TileLayer Checked(TileLayer layer) =>
        FunctionName().IsMatch(layer.Function) && layer is { MinZoom: >= 0, MaxZoom: <= TileCoordinate.GreatestZoom } && layer.MinZoom <= layer.MaxZoom
            ? layer
            : throw new InvalidDataException($"Layer {layer.Id}: the function must be named tile_… and 0 ≤ minZoom ≤ maxZoom ≤ {TileCoordinate.GreatestZoom}.");

    [GeneratedRegex("^tile_[a-z_]+$")]
    private static partial Regex FunctionName();
}
