using NetTopologySuite.Geometries;

namespace GridMap.Districts.Life;

/// <summary>A spot where things happen: what one calls it, its grid, and how much happens there.</summary>
public sealed record Scene(string Kind, string Name, string Address, Coordinate Position, int GridId, double Weight);

/// <summary>All spots of a place by kind, drawn by weight.</summary>
public sealed class Scenes
{
    private readonly Dictionary<string, (Scene[] Spots, WeightedChoice Choice)> _kinds;

    public Scenes(IEnumerable<Scene> scenes) => _kinds = scenes
        .GroupBy(scene => scene.Kind)
        .ToDictionary(group => group.Key, group => (Spots: group.ToArray(), new WeightedChoice(group.Select(scene => scene.Weight))));

    public IReadOnlyCollection<string> Kinds => _kinds.Keys;

    public IReadOnlyList<Scene> Of(string kind) => _kinds.TryGetValue(kind, out var found) ? found.Spots : [];

    /// <summary>A spot of a kind, or of the kind that stands in where the place has none of it.</summary>
    public Scene Draw(string kind, Chance chance)
    {
        var (spots, choice) = _kinds[StandIns(kind).First(_kinds.ContainsKey)];
        return spots[choice.Draw(chance)];
    }

    private static IEnumerable<string> StandIns(string kind) => kind is "home" or "oldHome" or "site"
        ? [kind, "home", "oldHome", "street", "junction"]
        : [kind, "street", "commercial", "home", "oldHome"];
}
