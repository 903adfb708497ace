using GridMap.Districts.Demo.Plane;

namespace GridMap.Districts.Demo.Ground;

/// <summary>Takes away street pieces that lead nowhere, again and again until every end meets another street or is held by something else.</summary>
internal static class Pruning
{
    public static List<Street> Prune(IReadOnlyList<Street> streets, Func<Vec, bool> isHeld)
    {
        List<Street> kept = [.. streets];
        while (true)
        {
            var ends = kept.SelectMany(s => (Vec[])[s.Course[0], s.Course[^1]]).CountBy(Key).ToDictionary();
            var next = kept.Where(s => IsHeld(s.Course[0]) && IsHeld(s.Course[^1])).ToList();
            if (next.Count == kept.Count)
            {
                return kept;
            }

            kept = next;

            bool IsHeld(Vec end) => ends[Key(end)] > 1 || isHeld(end);
        }
    }

    /// <summary>What hangs together with most of the streets; snippets cut off by the edge of the district go.</summary>
    public static List<Street> KeepLargest(IReadOnlyList<Street> streets, IReadOnlyList<Street> others)
    {
        var welded = Welding.Weld([.. streets, .. others]);
        Components components = new();
        foreach (var street in welded)
        {
            components.Join(street.Course);
        }

        var largest = welded.GroupBy(s => components.Of(s.Course[0])).MaxBy(g => g.Sum(s => Lines.Length(s.Course)))!.Key;
        return [.. streets.Where((_, i) => components.Of(welded[i].Course[0]) == largest)];
    }

    /// <summary>Takes away streets that could be reached by rail or expressway only.</summary>
    public static void DropUnreachable(List<Street> streets)
    {
        var reachable = KeepLargest([.. streets.Where(s => s.IsWalkable)], []).ToHashSet(ReferenceEqualityComparer.Instance);
        streets.RemoveAll(street => street.IsWalkable && !reachable.Contains(street));
    }

    private static (long, long) Key(Vec end) => ((long)Math.Round(end.X * 1000), (long)Math.Round(end.Y * 1000));
}
