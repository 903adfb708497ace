namespace GridMap.Core.Coverage.Sites;

/// <summary>
/// Which candidates to choose so that Σ weight × (the best value that a chosen candidate has for the demand) is greatest.
/// Values of 1 make it the maximal covering location problem (Church and ReVelle, Papers of the Regional Science Association 32, 1974);
/// saved walking makes it the p-median problem (Hakimi, Operations Research 12, 1964).
/// </summary>
public sealed class SiteProblem
{
    private SiteProblem(long[] weights, (int Demand, long Value)[][] lists, long unreachable)
    {
        (Weights, Lists, Unreachable) = (weights, lists, unreachable);
        for (var candidate = 0; candidate < lists.Length; candidate++)
        {
            foreach (var (demand, _) in lists[candidate])
            {
                if (demand >= weights.Length)
                {
                    throw new ArgumentException($"Candidate {candidate} is near the unknown demand {demand}.", nameof(lists));
                }
            }
        }
    }

    /// <summary>How many candidates there are.</summary>
    public int CandidateCount => Lists.Count;

    /// <summary>The weight of the demand that is not covered and that no candidate reaches.</summary>
    public long Unreachable { get; }

    /// <summary>Of each demand.</summary>
    public IReadOnlyList<long> Weights { get; }

    /// <summary>For each candidate, the demand it has a value for.</summary>
    public IReadOnlyList<(int Demand, long Value)[]> Lists { get; }

    /// <summary>States a problem by numbers.</summary>
    /// <param name="weights">Of each demand, not negative.</param>
    /// <param name="lists">For each candidate the demand it has a value for, ascending, and that value, more than nothing.</param>
    public static SiteProblem Of(long[] weights, (int Demand, long Value)[][] lists)
    {
        var reached = new bool[weights.Length];
        foreach (var (demand, _) in lists.SelectMany(list => list))
        {
            reached[demand] = true;
        }

        return new SiteProblem(weights, lists, weights.Where((_, demand) => !reached[demand]).Sum());
    }

    /// <summary>Whom to cover that is not covered: the existing facilities are fixed and what they cover is no demand any more.</summary>
    /// <param name="map">As it is.</param>
    /// <param name="lists">Of the candidates, within the map's standard.</param>
    public static SiteProblem Cover(CoverageMap map, Reach[][] lists) => new(
        WeightsOf(map, static (map, building) => !map.IsCovered(building)),
        [.. lists.Select(list => list.Where(reach => !map.IsCovered(reach.Building)).Select(reach => (reach.Building, 1L)).ToArray())],
        Unreached(map, lists));

    /// <summary>
    /// How to shorten the walks of all: a value is the milliseconds, or millimetres, that the candidate saves each household of the building.
    /// Who has no facility within the horizon is counted as if one stood just there.
    /// </summary>
    /// <param name="map">As it is.</param>
    /// <param name="lists">Of the candidates, within the map's horizon.</param>
    public static SiteProblem Shorten(CoverageMap map, Reach[][] lists) => new(
        WeightsOf(map, static (_, _) => true),
        [.. lists.Select(list => list.Select(reach => (reach.Building, Saved(map, reach))).Where(reach => reach.Item2 > 0).ToArray())],
        Unreached(map, lists));

    private static long Saved(CoverageMap map, Reach reach) => ((map.Find(reach.Building)?.Cost ?? map.Horizon) - reach.Cost) / 1_000_000;

    private static long[] WeightsOf(CoverageMap map, Func<CoverageMap, int, bool> isDemand)
    {
        var weights = new long[map.Demand.Count];
        for (var building = 0; building < weights.Length; building++)
        {
            weights[building] = map.Demand[building].Place is not null && isDemand(map, building) ? map.Demand[building].Weight : 0;
        }

        return weights;
    }

    private static long Unreached(CoverageMap map, Reach[][] lists)
    {
        var reached = new bool[map.Demand.Count];
        foreach (var reach in lists.SelectMany(list => list))
        {
            reached[reach.Building] |= reach.Cost <= map.Standard;
        }

        var sum = 0L;
        for (var building = 0; building < reached.Length; building++)
        {
            ref readonly var point = ref map.Demand[building];
            sum += point.Place is not null && !map.IsCovered(building) && !reached[building] ? point.Weight : 0;
        }

        return sum;
    }
}
