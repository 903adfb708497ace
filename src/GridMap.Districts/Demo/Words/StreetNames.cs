using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Words;

internal sealed record StreetWords(
    string[][] Columns, string[][] Rows, string[] First, string[] Second, string[] Lanes, string[] Eras);

/// <summary>Street names as Chinese towns give them: one stem along a whole axis, told apart by compass parts.</summary>
internal sealed class StreetNames
{
    private readonly StreetWords _words;
    private readonly Queue<string> _stems;
    private readonly Queue<string> _lanes;

    public StreetNames(long seed, StreetWords words)
    {
        _words = words;
        var chance = Chance.Of(seed, "street names");
        var stems = words.First.SelectMany(first => words.Second.Where(second => second != first).Select(second => first + second)).ToList();
        chance.Shuffle(stems);
        _stems = new(stems.Concat(words.Eras.SelectMany(era => stems.Select(stem => era + stem))));
        var lanes = words.Lanes.ToList();
        chance.Shuffle(lanes);
        _lanes = new(lanes.Concat(words.Eras.SelectMany(era => lanes.Select(lane => era + lane))));
    }

    public (string Name, string English) Arterial(int line, int step, bool isColumn)
    {
        var stem = Stem(isColumn ? _words.Columns : _words.Rows, line);
        return isColumn
            ? step >= 0 ? ($"{stem[0]}北路", $"{stem[1]} North Road") : ($"{stem[0]}南路", $"{stem[1]} South Road")
            : step >= 0 ? ($"{stem[0]}东街", $"{stem[1]} East Street") : ($"{stem[0]}西街", $"{stem[1]} West Street");
    }

    public static (string Name, string English) Ring(int line, bool isColumn, bool isInner)
    {
        var (side, english) = (isColumn, line > 0) switch
        {
            (true, true) => ("东", "East"),
            (true, false) => ("西", "West"),
            (false, true) => ("北", "North"),
            (false, false) => ("南", "South"),
        };
        return isInner ? ($"{side}内环路", $"{english} Inner Ring Road") : ($"{side}环路", $"{english} Ring Road");
    }

    public (string Name, string English) Country(int line, bool isColumn)
    {
        var stem = Stem(isColumn ? _words.Columns : _words.Rows, line);
        return ($"{stem[0]}公路", $"{stem[1]} Highway");
    }

    /// <summary>A new name for a street inside a block of arterials.</summary>
    public string Next(string ending) => _stems.Dequeue() + ending;

    /// <summary>A new name for a lane of the old town; null when the old names are used up.</summary>
    public string? NextLane(string ending) => _lanes.TryDequeue(out var stem) ? stem + ending : null;

    private static string[] Stem(string[][] stems, int line)
    {
        var at = line >= 0 ? 2 * line : -2 * line - 1;
        var stem = stems[at % stems.Length];
        return at < stems.Length ? stem : [$"新{stem[0]}", $"Xin {stem[1]}"];
    }
}
