namespace GridMap.Core.Coverage.Sites;

/// <summary>Finds what each candidate site would be near enough to: one bounded search a candidate, on all processors.</summary>
public static class CoverLists
{
    /// <summary>For each candidate, the buildings with people whose walk to it costs no more than the limit and less than what they have now, by index.</summary>
    /// <param name="network">Costs in the measure of the limit.</param>
    /// <param name="demand">Places on the same network.</param>
    /// <param name="candidates">On the same network.</param>
    /// <param name="limit">What a walk may cost at most.</param>
    /// <param name="costNow">What each building's walk costs without any of the candidates; barred where there is nothing.</param>
    /// <param name="cancellationToken">Ends it early with an exception.</param>
    public static Reach[][] Find(
        CoverageNetwork network,
        CoverageDemand demand,
        IReadOnlyList<CoveragePlace> candidates,
        long limit,
        ReadOnlyMemory<long> costNow,
        CancellationToken cancellationToken)
    {
        var lists = new Reach[candidates.Count][];
        Parallel.For(
            0,
            candidates.Count,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new CoverSearch(network, demand, limit, costNow),
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
