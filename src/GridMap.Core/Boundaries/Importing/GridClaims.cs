using GridMap.Core.Boundaries.Editing;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>
/// Which grid each record of a file is. Records of one code are one grid. It is the grid of today with that code; without one, the grid that it covers
/// at least half of and that covers at least half of it; else a new one.
/// </summary>
internal sealed class GridClaims
{
    private const double MutualShare = 0.5;
    private const int NoGrid = int.MinValue;

    private readonly Overlay _overlay;
    private readonly int[] _claimOf;

    /// <param name="slivers">Sources that are too small or thin to be a grid.</param>
    public GridClaims(Overlay overlay, IReadOnlyList<SourceArea> sources, IReadOnlySet<int> slivers, IReadOnlyList<GridRow> grids, Func<int, int> gridOf)
    {
        _overlay = overlay;
        _claimOf = new int[sources.Count];
        Array.Fill(_claimOf, -1);
        var groups = sources.Index().Where(pair => !slivers.Contains(pair.Index) && !pair.Item.Shape.IsEmpty)
            .GroupBy(pair => pair.Item.Code ?? $"\n{pair.Index}", pair => pair.Index)
            .OrderBy(group => group.First()).ToList();
        for (var claim = 0; claim < groups.Count; claim++)
        {
            foreach (var source in groups[claim])
            {
                _claimOf[source] = claim;
            }
        }

        var overlaps = CountOverlaps(groups.Count, gridOf);
        var matched = Match(groups.ConvertAll(group => sources[group.First()].Code), grids, overlaps);
        All =
        [
            .. groups.Select((group, claim) => new GridClaim(
                [.. group],
                sources[group.First()].Code,
                group.Select(source => sources[source].Name).FirstOrDefault(name => name is not null),
                group.Select(source => sources[source].NameEnglish).FirstOrDefault(name => name is not null),
                matched[claim],
                overlaps[claim].Values.Sum())),
        ];
        GridsUnder = [.. overlaps.Select(overlap => overlap.Where(pair => pair.Key != NoGrid).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key).ToArray())];
    }

    public GridClaim[] All { get; }

    /// <summary>The grids of today below each claim, the most covered first.</summary>
    public int[][] GridsUnder { get; }

    /// <summary>The claims on a face, ascending.</summary>
    public int[] On(int face) => _overlay.Sources[face] switch
    {
        [] => [],
        [var only] => _claimOf[only] < 0 ? [] : [_claimOf[only]],
        var several => [.. several.Select(source => _claimOf[source]).Where(claim => claim >= 0).Distinct().Order()],
    };

    /// <summary>How much of each grid (NoGrid: of none) each claim covers, in square metres.</summary>
    private Dictionary<int, double>[] CountOverlaps(int count, Func<int, int> gridOf)
    {
        var overlaps = new Dictionary<int, double>[count];
        for (var claim = 0; claim < count; claim++)
        {
            overlaps[claim] = [];
        }

        for (var face = 0; face < _overlay.FaceCount; face++)
        {
            var grid = _overlay.Atoms[face] == Overlay.NoAtom ? NoGrid : gridOf(_overlay.Atoms[face]);
            foreach (var claim in On(face))
            {
                overlaps[claim][grid] = overlaps[claim].GetValueOrDefault(grid) + _overlay.SquareMeters[face];
            }
        }

        return overlaps;
    }

    private static int?[] Match(IReadOnlyList<string?> codes, IReadOnlyList<GridRow> grids, Dictionary<int, double>[] overlaps)
    {
        var byCode = grids.ToDictionary(grid => grid.Code, grid => grid.Id);
        var matched = codes.Select(code => code is not null && byCode.TryGetValue(code, out var grid) ? grid : default(int?)).ToArray();
        var taken = matched.OfType<int>().ToHashSet();
        var wholes = new Dictionary<int, double>();
        foreach (var (grid, squareMeters) in overlaps.SelectMany(overlap => overlap))
        {
            wholes[grid] = wholes.GetValueOrDefault(grid) + squareMeters;
        }

        foreach (var (claim, overlap) in overlaps.Index().Where(pair => matched[pair.Index] is null))
        {
            var own = overlap.Values.Sum();
            var best = overlap.Where(pair => pair.Key != NoGrid && !taken.Contains(pair.Key)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).FirstOrDefault();
            if (best.Value >= MutualShare * own && best.Value >= MutualShare * wholes[best.Key] && taken.Add(best.Key))
            {
                matched[claim] = best.Key;
            }
        }

        return matched;
    }
}
