namespace GridMap.Core.Coverage.Sites;

/// <summary>
/// Chooses sites: a greedy choice at once, then the best exchanges of one site, then iterated local search; beside it a bound that tells how far the best can be.
/// </summary>
/// <remarks>
/// The same problem, count and seed give the same answer on every machine: its effort is counted in work, not in time. It may be ended at any moment and then
/// answers the best so far. Iterated local search: Lourenço, Martin and Stützle, Handbook of Metaheuristics, 2003.
/// </remarks>
public static class SiteChoice
{
    /// <summary>About a second of one processor.</summary>
    public const long DefaultWork = 400_000_000;

    private const int Seed = 20260603;
    private const int BoundStepsMost = 400;
    private const int ShakesMost = 2000;

    /// <summary>Chooses so many sites, or fewer where more would be worth nothing.</summary>
    /// <param name="problem">What is to be covered or shortened.</param>
    /// <param name="count">How many sites at most, 1 or more.</param>
    /// <param name="workMost">How much effort; the greedy choice is always made.</param>
    /// <param name="progress">Told the first choice and each better one, from the thread that asks.</param>
    /// <param name="cancellationToken">Ends it with the best so far.</param>
    public static ChosenSites Choose(
        SiteProblem problem, int count, long workMost = DefaultWork, Action<ChosenSites>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var reduced = ReducedProblem.From(problem);
        var search = new SiteSearch(reduced);
        search.AddGreedily(count);
        var bound = new SiteBound(reduced, count);
        var best = (Sites: search.Sites.ToArray(), search.Value);
        Tell(0);

        search.ExchangeWhileBetter(workMost, cancellationToken);
        Keep(0.1);
        for (var step = 0; step < BoundStepsMost && bound.Work < workMost / 2 && !cancellationToken.IsCancellationRequested && bound.Improve(best.Value); step++)
        {
        }

        Tell(0.5);
        var chance = new Random(Seed);
        for (var shake = 0; shake < ShakesMost && bound.Value > best.Value && Effort() < workMost && !cancellationToken.IsCancellationRequested; shake++)
        {
            search.Set(best.Sites);
            search.Shake(chance, 1 + chance.Next(Math.Clamp(best.Sites.Length / 2, 1, 4)));
            search.ExchangeWhileBetter(workMost - bound.Work, cancellationToken);
            Keep(0.5 + 0.5 * Math.Max((double)shake / ShakesMost, (double)Effort() / workMost));
        }

        return Result(1, !cancellationToken.IsCancellationRequested);

        long Effort() => search.Work + bound.Work;

        void Keep(double done)
        {
            if (search.Value > best.Value)
            {
                best = (search.Sites.ToArray(), search.Value);
                Tell(done);
            }
        }

        void Tell(double done) => progress?.Invoke(Result(Math.Min(done, 1), false));

        ChosenSites Result(double done, bool isComplete) =>
            new(InOrder(reduced, best.Sites), best.Value, Math.Max(bound.Value, best.Value), problem.Unreachable, done, isComplete);
    }

    /// <summary>The fewest sites that cover all that candidates can cover: location set covering (Toregas and others, Operations Research 19, 1971).</summary>
    /// <param name="problem">To cover, with values of 1.</param>
    /// <param name="workMost">How much effort for each number of sites that is tried.</param>
    /// <param name="cancellationToken">Ends it with the best so far.</param>
    public static FewestSites CoverAll(SiteProblem problem, long workMost = DefaultWork / 4, CancellationToken cancellationToken = default)
    {
        var reduced = ReducedProblem.From(problem);
        var all = reduced.MostWorth;
        if (all == 0)
        {
            return new FewestSites(new ChosenSites([], 0, 0, problem.Unreachable, 1, true), 0);
        }

        var greedy = new SiteSearch(reduced);
        greedy.AddGreedily(int.MaxValue);
        var best = new ChosenSites(InOrder(reduced, [.. greedy.Sites]), greedy.Value, all, problem.Unreachable, 1, true);
        while (best.Sites.Count > 1 && !cancellationToken.IsCancellationRequested)
        {
            var fewer = Choose(problem, best.Sites.Count - 1, workMost, cancellationToken: cancellationToken);
            if (fewer.Value < all)
            {
                return new FewestSites(best, AtLeast(reduced, all, best.Sites.Count));
            }

            best = fewer;
        }

        return new FewestSites(best, best.Sites.Count <= 1 ? best.Sites.Count : 1);
    }

    // The fewest that the bound does not rule out.
    private static int AtLeast(ReducedProblem reduced, long all, int enough)
    {
        for (var count = enough - 1; count >= 1; count--)
        {
            var bound = new SiteBound(reduced, count);
            for (var step = 0; step < BoundStepsMost && bound.Value >= all && bound.Improve(all - 1); step++)
            {
            }

            if (bound.Value < all)
            {
                return count + 1;
            }
        }

        return 1;
    }

    // The site that adds most first, then the one that adds most beside it, and so on: the curve of what each is good for.
    private static IReadOnlyList<ChosenSite> InOrder(ReducedProblem reduced, int[] sites)
    {
        var left = sites.Order().ToList();
        var search = new SiteSearch(reduced);
        var ordered = new List<ChosenSite>();
        while (left.Count > 0)
        {
            var before = search.Value;
            var next = left.MaxBy(search.Gain);
            left.Remove(next);
            search.Add(next);
            ordered.Add(new ChosenSite(reduced.Original[next], search.Value - before, search.Value));
        }

        return ordered;
    }
}

/// <summary>A site that was chosen.</summary>
/// <param name="Candidate">Its index in the problem.</param>
/// <param name="Adds">What it is worth beside those before it.</param>
/// <param name="Value">What it and those before it are worth.</param>
public sealed record ChosenSite(int Candidate, long Adds, long Value);

/// <summary>A choice of sites.</summary>
/// <param name="Sites">The one that adds most first.</param>
/// <param name="Value">What they are worth.</param>
/// <param name="Bound">No choice of as many is worth more; equal to the value where the choice is proved to be the best.</param>
/// <param name="Unreachable">The weight that is not covered and that no candidate reaches.</param>
/// <param name="Done">How much of the effort is behind it, 0 to 1.</param>
/// <param name="IsComplete">False for what is told on the way and for what was ended early.</param>
public sealed record ChosenSites(IReadOnlyList<ChosenSite> Sites, long Value, long Bound, long Unreachable, double Done, bool IsComplete)
{
    /// <summary>The choice is at most this share below the best possible, 0 to 1.</summary>
    public double Gap => Bound > 0 ? (double)(Bound - Value) / Bound : 0;
}

/// <summary>The fewest sites found that cover all that can be covered.</summary>
/// <param name="Choice">The sites.</param>
/// <param name="AtLeast">Fewer than this are proved not to be enough.</param>
public sealed record FewestSites(ChosenSites Choice, int AtLeast);
