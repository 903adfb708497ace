using System.Collections.Concurrent;

namespace GridMap.Simulator;

/// <summary>Counts what happened, by name, since it was last told.</summary>
public sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public void Count(string name) => _counts.AddOrUpdate(name, 1, static (_, count) => count + 1);

    /// <summary>All counts as one line, then starts from nothing.</summary>
    public string Tell()
    {
        var told = _counts.Keys.Order(StringComparer.Ordinal).Select(name => _counts.TryRemove(name, out var count) ? $"{name} {count}" : null).OfType<string>();
        return string.Join(", ", told);
    }
}
