using GridMap.Core.Coverage;
using GridMap.Core.Coverage.Sites;

namespace GridMap.Core.Tests.Coverage.Sites;

public sealed class CoverListsTests
{
    private static readonly long Standard = WalkCost.From(60);

    [Fact]
    public void A_candidate_reaches_what_the_slow_truth_says()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var town = new SmallTown(seed);
            var map = new CoverageMap(town.Network, town.Demand, Standard, Standard * 4);
            map.Add(Enumerable.Range(0, town.Number(3)).Select(facility => KeyValuePair.Create(facility, town.Place())));
            var candidates = Enumerable.Range(0, 5).Select(_ => town.Place()).ToArray();
            var lists = CoverLists.Find(map, candidates, Standard, CancellationToken.None);
            for (var candidate = 0; candidate < candidates.Length; candidate++)
            {
                var truth = Enumerable.Range(0, town.Demand.Count)
                    .Where(building => town.Demand[building] is { Place: not null, Weight: > 0 })
                    .Select(building => new Reach(building, town.Cost(town.Demand[building].Place!.Value, candidates[candidate])))
                    .Where(reach => reach.Cost <= Standard && reach.Cost < (map.Find(reach.Building)?.Cost ?? WalkCost.Barred));
                Assert.Equal(truth, lists[candidate]);
            }
        }
    }

    [Fact]
    public void What_the_chosen_sites_add_is_what_the_map_gains_by_them()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var town = new SmallTown(seed, nodes: 40, edges: 70, buildings: 100);
            var map = new CoverageMap(town.Network, town.Demand, Standard, Standard * 4);
            map.Add(0, town.Place());
            var candidates = Enumerable.Range(0, 20).Select(_ => town.Place()).ToArray();
            var problem = SiteProblem.Cover(map, CoverLists.Find(map, candidates, Standard, CancellationToken.None));
            var before = map.Totals;
            var chosen = SiteChoice.Choose(problem, 4, 5_000_000);
            map.Add(chosen.Sites.Select(site => KeyValuePair.Create(site.Candidate + 1, candidates[site.Candidate])));
            Assert.Equal(before.Covered + chosen.Value, map.Totals.Covered);

            map.Add(candidates.Index().Where(site => !map.Facilities.ContainsKey(site.Index + 1)).Select(site => KeyValuePair.Create(site.Index + 1, site.Item)));
            Assert.Equal(map.Totals.Total - map.Totals.Unlinkable - map.Totals.Covered, problem.Unreachable);
        }
    }

    [Fact]
    public void What_is_saved_is_the_walking_that_the_map_no_longer_has()
    {
        var town = new SmallTown(11, nodes: 40, edges: 70, buildings: 100);
        var map = new CoverageMap(town.Network, town.Demand, Standard, Standard * 4);
        map.Add(0, town.Place());
        var candidates = Enumerable.Range(0, 20).Select(_ => town.Place()).ToArray();
        var problem = SiteProblem.Shorten(map, CoverLists.Find(map, candidates, map.Horizon, CancellationToken.None));
        var before = Walking(map);
        var chosen = SiteChoice.Choose(problem, 3, 5_000_000);
        map.Add(chosen.Sites.Select(site => KeyValuePair.Create(site.Candidate + 1, candidates[site.Candidate])));
        var savedMilliseconds = (before - Walking(map)) / 1_000_000;
        // Each building's saving is cut to whole milliseconds.
        Assert.InRange(savedMilliseconds - chosen.Value, 0, map.Totals.Total);
        Assert.True(chosen.Value > 0);
    }

    private static long Walking(CoverageMap map) => Enumerable.Range(0, map.Demand.Count)
        .Where(building => map.Demand[building].Place is not null)
        .Sum(building => map.Demand[building].Weight * (map.Find(building)?.Cost ?? map.Horizon));
}
