using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Words;

internal sealed record VillageWords(string[] First, string[] Middle, string[] Last);

/// <summary>Village names, never one twice.</summary>
internal sealed class VillageNames
{
    private readonly Queue<string> _names;

    public VillageNames(long seed, VillageWords words)
    {
        List<string> all = [.. words.First.SelectMany(first => words.Middle.SelectMany(middle => words.Last.Select(last => first + middle + last)))];
        Chance.Of(seed, "village names").Shuffle(all);
        _names = new(all.DistinctBy(name => name[..^2]).Where(name => name.Length is 4 or 5));
    }

    public string Next() => _names.Dequeue();
}
