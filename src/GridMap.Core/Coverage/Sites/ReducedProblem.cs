namespace GridMap.Core.Coverage.Sites;

/// <summary>
/// The same problem, smaller: demand with the same list of candidates and values is one demand, a candidate that another one is at least as good as everywhere is left out.
/// In flat arrays both ways; a candidate's entries hold weight × value.
/// </summary>
internal sealed class ReducedProblem
{
    private ReducedProblem(int[] original, int[] firstOf, int[] demandOf, long[] worthOf, int demandCount)
    {
        (Original, FirstOf, DemandOf, WorthOf) = (original, firstOf, demandOf, worthOf);
        FirstBy = new int[demandCount + 1];
        foreach (var demand in demandOf)
        {
            FirstBy[demand + 1]++;
        }

        for (var demand = 0; demand < demandCount; demand++)
        {
            FirstBy[demand + 1] += FirstBy[demand];
        }

        var next = FirstBy[..^1];
        (CandidateBy, WorthBy) = (new int[demandOf.Length], new long[demandOf.Length]);
        for (var candidate = 0; candidate < original.Length; candidate++)
        {
            for (var at = firstOf[candidate]; at < firstOf[candidate + 1]; at++)
            {
                var to = next[demandOf[at]]++;
                (CandidateBy[to], WorthBy[to]) = (candidate, worthOf[at]);
            }
        }
    }

    public int CandidateCount => Original.Length;

    public int DemandCount => FirstBy.Length - 1;

    /// <summary>The candidate's index in the problem as it was stated.</summary>
    public int[] Original { get; }

    public int[] FirstOf { get; }

    public int[] DemandOf { get; }

    public long[] WorthOf { get; }

    public int[] FirstBy { get; }

    public int[] CandidateBy { get; }

    public long[] WorthBy { get; }

    /// <summary>What all candidates together are worth.</summary>
    public long MostWorth
    {
        get
        {
            var sum = 0L;
            for (var demand = 0; demand < DemandCount; demand++)
            {
                var most = 0L;
                for (var at = FirstBy[demand]; at < FirstBy[demand + 1]; at++)
                {
                    most = Math.Max(most, WorthBy[at]);
                }

                sum += most;
            }

            return sum;
        }
    }

    public static ReducedProblem From(SiteProblem problem)
    {
        var merged = Build(problem.Lists, Merged(problem), null);
        var kept = WithoutDominated(merged);
        return kept.Length == merged.CandidateCount ? merged : Build(problem.Lists, Merged(problem), [.. kept.Select(candidate => merged.Original[candidate])]);
    }

    // Demand with the same candidates at the same values, named by its first member; the weights are summed there. Nobody's demand is nobody (-1).
    private static (int[] Of, long[] Weight, int Count) Merged(SiteProblem problem)
    {
        var of = new int[problem.Weights.Count];
        var next = new Dictionary<(int Group, int Candidate, long Value), int>();
        var groups = 1;
        for (var candidate = 0; candidate < problem.Lists.Count; candidate++)
        {
            // Each candidate parts the groups of the demand it reaches; who is told apart by none stays together.
            foreach (var (demand, value) in problem.Lists[candidate])
            {
                var key = (of[demand], candidate, value);
                if (!next.TryGetValue(key, out var group))
                {
                    next[key] = group = groups++;
                }

                of[demand] = group;
            }

            next.Clear();
        }

        var weight = new long[groups];
        for (var demand = 0; demand < of.Length; demand++)
        {
            weight[of[demand]] += problem.Weights[demand];
        }

        // Group 0 is reached by nobody.
        weight[0] = 0;
        var number = new int[groups];
        var count = 0;
        for (var group = 0; group < groups; group++)
        {
            number[group] = weight[group] > 0 ? count++ : -1;
        }

        return (Array.ConvertAll(of, group => number[group]), [.. weight.Where(sum => sum > 0)], count);
    }

    private static ReducedProblem Build(IReadOnlyList<(int Demand, long Value)[]> lists, (int[] Of, long[] Weight, int Count) merged, int[]? kept)
    {
        var (original, first) = (new List<int>(), new List<int> { 0 });
        var (demands, worths) = (new List<int>(), new List<long>());
        var seenBy = new int[merged.Count];
        foreach (var candidate in kept ?? Enumerable.Range(0, lists.Count))
        {
            foreach (var (demand, value) in lists[candidate])
            {
                var group = merged.Of[demand];
                if (group >= 0 && seenBy[group] != candidate + 1)
                {
                    seenBy[group] = candidate + 1;
                    demands.Add(group);
                    worths.Add(merged.Weight[group] * value);
                }
            }

            if (demands.Count > first[^1])
            {
                original.Add(candidate);
                first.Add(demands.Count);
            }
        }

        return new ReducedProblem([.. original], [.. first], [.. demands], [.. worths], merged.Count);
    }

    private static int[] WithoutDominated(ReducedProblem problem)
    {
        var dropped = new bool[problem.CandidateCount];
        var worth = new long[problem.CandidateCount];
        var better = new List<int>();
        for (var candidate = 0; candidate < problem.CandidateCount; candidate++)
        {
            better.Clear();
            var (from, to) = (problem.FirstOf[candidate], problem.FirstOf[candidate + 1]);
            for (var at = from; at < to && (at == from || better.Count > 0); at++)
            {
                Narrow(problem, candidate, at, at == from, better, worth);
            }

            // Of two that are equal everywhere, the first stays.
            dropped[candidate] = better.Exists(other =>
                !dropped[other] && (other < candidate || problem.FirstOf[other + 1] - problem.FirstOf[other] > to - from || IsWorthMore(problem, other, candidate)));
        }

        return [.. Enumerable.Range(0, problem.CandidateCount).Where(candidate => !dropped[candidate])];
    }

    // Keeps of the others those that are worth as much for one more demand.
    private static void Narrow(ReducedProblem problem, int candidate, int entry, bool isFirst, List<int> better, long[] worth)
    {
        var demand = problem.DemandOf[entry];
        var (from, to) = (problem.FirstBy[demand], problem.FirstBy[demand + 1]);
        if (isFirst)
        {
            for (var at = from; at < to; at++)
            {
                if (problem.CandidateBy[at] != candidate && problem.WorthBy[at] >= problem.WorthOf[entry])
                {
                    better.Add(problem.CandidateBy[at]);
                }
            }

            return;
        }

        for (var at = from; at < to; at++)
        {
            worth[problem.CandidateBy[at]] = problem.WorthBy[at];
        }

        better.RemoveAll(other => worth[other] < problem.WorthOf[entry]);
        for (var at = from; at < to; at++)
        {
            worth[problem.CandidateBy[at]] = 0;
        }
    }

    private static bool IsWorthMore(ReducedProblem problem, int candidate, int than) => problem.Worth(candidate) > problem.Worth(than);

    private long Worth(int candidate)
    {
        var sum = 0L;
        for (var at = FirstOf[candidate]; at < FirstOf[candidate + 1]; at++)
        {
            sum += WorthOf[at];
        }

        return sum;
    }
}
