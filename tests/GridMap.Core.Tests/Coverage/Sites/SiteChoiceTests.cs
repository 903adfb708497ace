using System.Numerics;
using GridMap.Core.Coverage.Sites;

namespace GridMap.Core.Tests.Coverage.Sites;

public sealed class SiteChoiceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    public void The_choice_is_the_best_of_all_and_the_bound_is_not_below_it(int mostValue)
    {
        var proved = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var (problem, count) = Random(seed, mostValue);
            var chosen = SiteChoice.Choose(problem, count, 2_000_000);
            var best = Best(problem, count);
            Assert.Equal(best, chosen.Value);
            Assert.True(chosen.Bound >= best, $"{seed}: {chosen.Bound} < {best}");
            Assert.Equal(chosen.Value, Worth(problem, chosen.Sites.Aggregate(0u, (set, site) => set | 1u << site.Candidate)));
            Assert.Equal(chosen.Value, chosen.Sites.Sum(site => site.Adds));
            Assert.True(chosen.Sites.Count <= count);
            proved += chosen.Bound == best ? 1 : 0;
        }

        Assert.True(proved > 300, $"{proved} of 400 are proved");
    }

    [Fact]
    public void The_fewest_sites_that_cover_all_are_the_fewest_of_all()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (problem, _) = Random(seed, 1);
            var all = Worth(problem, (1u << problem.CandidateCount) - 1);
            var fewest = Enumerable.Range(0, 1 << problem.CandidateCount).Where(set => Worth(problem, (uint)set) == all).Min(set => BitOperations.PopCount((uint)set));
            var found = SiteChoice.CoverAll(problem, 2_000_000);
            Assert.Equal(fewest, found.Choice.Sites.Count);
            Assert.Equal(all, found.Choice.Value);
            Assert.InRange(found.AtLeast, all > 0 ? 1 : 0, fewest);
        }
    }

    [Fact]
    public void The_same_problem_is_answered_the_same()
    {
        var (problem, _) = Random(1, 9, candidates: 200, demand: 800);
        var first = SiteChoice.Choose(problem, 12, 20_000_000);
        var again = SiteChoice.Choose(problem, 12, 20_000_000);
        Assert.Equal(first.Sites, again.Sites);
        Assert.Equal((first.Value, first.Bound), (again.Value, again.Bound));
    }

    [Fact]
    public void Better_choices_are_told_on_the_way_and_each_is_a_whole_answer()
    {
        var (problem, _) = Random(2, 9, candidates: 200, demand: 800);
        var told = new List<ChosenSites>();
        var chosen = SiteChoice.Choose(problem, 12, 20_000_000, told.Add);
        Assert.NotEmpty(told);
        Assert.All(told, choice => Assert.Equal(12, choice.Sites.Count));
        Assert.Equal(told.Select(choice => choice.Value).Order(), told.Select(choice => choice.Value));
        Assert.All(told, choice => Assert.False(choice.IsComplete));
        Assert.True(chosen.IsComplete);
        Assert.True(chosen.Value >= told[^1].Value);
    }

    [Fact]
    public void Ended_early_it_answers_the_best_so_far()
    {
        var (problem, _) = Random(3, 9, candidates: 200, demand: 800);
        using var stop = new CancellationTokenSource();
        var chosen = SiteChoice.Choose(problem, 12, progress: _ => stop.Cancel(), cancellationToken: stop.Token);
        Assert.Equal(12, chosen.Sites.Count);
        Assert.False(chosen.IsComplete);
        Assert.True(chosen.Bound >= chosen.Value);
    }

    [Fact]
    public void More_sites_than_candidates_are_all_of_them_that_are_worth_something()
    {
        var problem = SiteProblem.Of([5, 7, 9], [[(0, 1)], [], [(0, 1), (1, 1)]]);
        var chosen = SiteChoice.Choose(problem, 10);
        Assert.Equal([new ChosenSite(2, 12, 12)], chosen.Sites);
        Assert.Equal((12, 12, 9), (chosen.Value, chosen.Bound, chosen.Unreachable));
        Assert.Equal(0, chosen.Gap);
    }

    [Fact]
    public void Without_candidates_nothing_is_chosen()
    {
        var problem = SiteProblem.Of([5, 7], []);
        Assert.Equal(new ChosenSites([], 0, 0, 12, 1, true) with { Sites = [] }, SiteChoice.Choose(problem, 3) with { Sites = [] });
        Assert.Empty(SiteChoice.CoverAll(problem).Choice.Sites);
    }

    private static (SiteProblem Problem, int Count) Random(int seed, int mostValue, int candidates = 0, int demand = 0)
    {
        var chance = new Random(seed);
        candidates = candidates > 0 ? candidates : 3 + chance.Next(8);
        demand = demand > 0 ? demand : 2 + chance.Next(25);
        var density = 0.02 + chance.NextDouble() * (candidates > 20 ? 0.05 : 0.4);
        var weights = Enumerable.Range(0, demand).Select(_ => (long)chance.Next(0, 60)).ToArray();
        var lists = Enumerable.Range(0, candidates)
            .Select(_ => Enumerable.Range(0, demand).Where(_ => chance.NextDouble() < density).Select(point => (point, 1L + chance.Next(mostValue))).ToArray())
            .ToArray();
        return (SiteProblem.Of(weights, lists), 1 + chance.Next(Math.Min(5, candidates)));
    }

    private static long Best(SiteProblem problem, int count) =>
        Enumerable.Range(0, 1 << problem.CandidateCount).Where(set => BitOperations.PopCount((uint)set) <= count).Max(set => Worth(problem, (uint)set));

    private static long Worth(SiteProblem problem, uint set)
    {
        var best = new long[problem.Weights.Count];
        for (var candidate = 0; candidate < problem.CandidateCount; candidate++)
        {
            foreach (var (demand, value) in (set & 1u << candidate) != 0 ? problem.Lists[candidate] : [])
            {
                best[demand] = Math.Max(best[demand], value);
            }
        }

        return best.Select((value, demand) => value * problem.Weights[demand]).Sum();
    }
}
