namespace GridMap.Core.Coverage.Sites;

/// <summary>Finds what each candidate site would be near enough to: one bounded search a candidate, on all processors.</summary>
public static class CoverLists
{
    /// <summary>
    /// For each candidate, the buildings with people whose walk to it costs no more than the limit and less than to any facility that is there, by index.
    /// A search ends where a facility is as near: whoever comes by there is served by that one.
    /// </summary>
    /// <param name="map">As it is, on the network of the candidates; nobody may change it meanwhile.</param>
    /// <param name="candidates">On the same network.</param>
    /// <param name="limit">What a walk may cost at most; no more than the map's horizon.</param>
    /// <param name="cancellationToken">Ends it early with an exception.</param>
    public static Reach[][] Find(CoverageMap map, IReadOnlyList<CoveragePlace> candidates, long limit, CancellationToken cancellationToken)
    {
        var lists = new Reach[candidates.Count][];
        Parallel.For(
            0,
            candidates.Count,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new CoverSearch(map, limit),
            (candidate, _, search) =>
            {
                lists[candidate] = search.Run(candidates[candidate]);
                return search;
            },
            static _ => { });
        return lists;
    }
}

/// <summary>A building within reach of a candidate, and what the walk to it costs.</summary>
public readonly record struct Reach(int Building, long Cost);
