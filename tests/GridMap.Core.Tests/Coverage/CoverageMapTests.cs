using GridMap.Core.Coverage;

namespace GridMap.Core.Tests.Coverage;

public sealed class CoverageMapTests
{
    private static readonly long Standard = WalkCost.From(60);
    private static readonly long Horizon = WalkCost.From(200);

    [Fact]
    public void The_nearest_two_of_every_building_are_those_of_the_slow_truth()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var town = new SmallTown(seed);
            var facilities = Enumerable.Range(0, town.Number(6)).ToDictionary(facility => facility, _ => town.Place());
            var map = Map(town);
            map.Add(facilities);
            for (var building = 0; building < town.Demand.Count; building++)
            {
                var truth = town.Demand[building].Place is not { } place ? [] : facilities
                    .Select(facility => (Facility: facility.Key, Cost: town.Cost(place, facility.Value)))
                    .Where(found => found.Cost <= Horizon)
                    .OrderBy(found => found.Cost)
                    .ThenBy(found => found.Facility)
                    .Take(2)
                    .ToArray();
                Assert.Equal(truth.Length > 0 ? truth[0] : null, map.Find(building));
                Assert.Equal(truth.Length > 1 ? truth[1] : null, map.Find(building, rank: 1));
            }
        }
    }

    [Fact]
    public void After_a_thousand_changes_it_is_the_map_that_is_made_anew()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var town = new SmallTown(seed, nodes: 60, edges: 100, buildings: 150);
            var facilities = new Dictionary<int, CoveragePlace>();
            var kept = Map(town);
            for (var change = 0; change < 1000; change++)
            {
                Change(town, facilities, kept);
                if (change % 20 == 19)
                {
                    AssertSame(town, facilities, kept);
                }
            }
        }
    }

    [Fact]
    public void Only_what_changed_is_named_as_changed()
    {
        var town = new SmallTown(5, nodes: 60, edges: 100, buildings: 150);
        var map = Map(town);
        map.Add(Enumerable.Range(0, 8).Select(facility => KeyValuePair.Create(facility, town.Place())));
        for (var change = 0; change < 100; change++)
        {
            var before = Enumerable.Range(0, 150).Select(building => (map.Find(building), map.Find(building, 1))).ToArray();
            map.Move(town.Number(8), town.Place());
            var differ = Enumerable.Range(0, 150).Where(building => before[building] != (map.Find(building), map.Find(building, 1)));
            Assert.Equal(differ, map.Changed.ToArray().Order());
        }
    }

    [Fact]
    public void A_what_if_leaves_the_map_alone()
    {
        var town = new SmallTown(7);
        var map = Map(town);
        var facilities = new Dictionary<int, CoveragePlace> { [0] = town.Place(), [1] = town.Place() };
        map.Add(facilities);
        var other = map.Copy();
        other.Move(1, town.Place());
        other.Remove(0);
        AssertSame(town, facilities, map);
    }

    [Theory]
    [InlineData(900, true)]
    [InlineData(899.999999999, false)]
    public void The_standard_itself_is_within_it(double standard, bool covered)
    {
        // Nine pieces of 100.1 s would add up to a little more than 900.9 as floating point.
        var edges = Enumerable.Range(0, 9).Select(i => new CoverageEdge(i, i, i + 1, 99.9, 99.9)).ToArray();
        var network = CoverageNetwork.Build(edges);
        var demand = new CoverageDemand(network, [new DemandPoint(network.FindPlace(0, 0, 0.9), 3, 0)]);
        var map = new CoverageMap(network, demand, WalkCost.From(standard), WalkCost.From(3600));
        map.Add(0, network.FindPlace(8, 1, 0)!.Value);
        Assert.Equal(covered, map.IsCovered(0));
        Assert.Equal(covered ? 3 : 0, map.Totals.Covered);
    }

    [Fact]
    public void One_walks_from_the_building_to_the_facility()
    {
        var network = CoverageNetwork.Build([new CoverageEdge(1, 1, 2, 10, 90)]);
        var demand = new CoverageDemand(network, [new DemandPoint(network.FindPlace(1, 0, 0), 1, 0)]);
        var map = Map(network, demand);
        map.Add(0, network.FindPlace(1, 1, 0)!.Value);
        Assert.Equal((0, WalkCost.From(10)), map.Find(0));
    }

    [Fact]
    public void Slower_people_walk_longer_off_the_road_too()
    {
        var network = CoverageNetwork.Build([new CoverageEdge(1, 1, 2, 100, 100)], scale: 1.5);
        var demand = new CoverageDemand(network, [new DemandPoint(network.FindPlace(1, 0.25, 10), 1, 0)]);
        var map = Map(network, demand);
        map.Add(0, network.FindPlace(1, 0.75, 20)!.Value);
        Assert.Equal((0, WalkCost.From(120)), map.Find(0));
    }

    [Fact]
    public void Who_cannot_be_linked_is_counted_and_never_covered()
    {
        var network = CoverageNetwork.Build([new CoverageEdge(1, 1, 2, 10, 10)]);
        var demand = new CoverageDemand(network, [new DemandPoint(null, 5, 0), new DemandPoint(network.FindPlace(1, 0, 0), 7, 0)]);
        var map = Map(network, demand);
        map.Add(0, network.FindPlace(1, 1, 0)!.Value);
        Assert.Equal(new AreaCoverage(12, 5, 7, 0), map.Totals);
        Assert.Null(map.Find(0));
        Assert.Equal(7, map.Catchments()[0]);
        Assert.Empty(CoverageGaps.Find(map));
    }

    [Fact]
    public void Gaps_are_streets_that_hang_together_in_one_area_most_people_first()
    {
        // A line of seven nodes with the facility in its middle; 100 s an edge, 60 s the standard.
        var network = CoverageNetwork.Build([.. Enumerable.Range(0, 6).Select(i => new CoverageEdge(i, i, i + 1, 100, 100))]);
        DemandPoint At(int edge, int weight, int area) => new(network.FindPlace(edge, 0.5, 0), weight, area);
        var demand = new CoverageDemand(network, [At(0, 5, 0), At(1, 6, 0), At(2, 9, 0), At(3, 9, 0), At(4, 7, 0), At(5, 8, 1), At(5, 0, 1)]);
        var map = Map(network, demand);
        map.Add(0, network.FindPlace(3, 0, 0)!.Value);
        var gaps = CoverageGaps.Find(map);
        Assert.Equal([11L, 8, 7], gaps.Select(gap => gap.Weight));
        Assert.Equal([0, 1], gaps[0].Buildings);
        Assert.Equal([5], gaps[1].Buildings);
        Assert.Equal(1, gaps[1].Place);
    }

    [Fact]
    public void Without_a_facility_everybody_is_a_gap_and_nothing_is_covered()
    {
        var town = new SmallTown(3);
        var map = Map(town);
        Assert.Equal(0, map.Totals.Covered);
        Assert.Equal(map.Totals.Total - map.Totals.Unlinkable, CoverageGaps.Find(map).Sum(gap => gap.Weight));
        Assert.Empty(map.Catchments());
    }

    [Fact]
    public void A_walk_that_costs_less_than_nothing_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WalkCost.From(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WalkCost.From(double.NaN));
        var town = new SmallTown(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoverageMap(town.Network, town.Demand, 0, Horizon));
    }

    private static CoverageMap Map(SmallTown town) => Map(town.Network, town.Demand);

    private static CoverageMap Map(CoverageNetwork network, CoverageDemand demand) => new(network, demand, Standard, Horizon);

    private static void Change(SmallTown town, Dictionary<int, CoveragePlace> facilities, CoverageMap map)
    {
        var facility = town.Number(12);
        if (!facilities.ContainsKey(facility))
        {
            facilities[facility] = town.Place();
            map.Add(facility, facilities[facility]);
        }
        else if (town.Number(2) == 0)
        {
            facilities.Remove(facility);
            map.Remove(facility);
        }
        else
        {
            facilities[facility] = town.Place();
            map.Move(facility, facilities[facility]);
        }
    }

    private static void AssertSame(SmallTown town, Dictionary<int, CoveragePlace> facilities, CoverageMap kept)
    {
        var anew = Map(town);
        anew.Add(facilities);
        Assert.Equal(anew.Totals, kept.Totals);
        Assert.Equal(anew.Areas.ToArray(), kept.Areas.ToArray());
        for (var building = 0; building < town.Demand.Count; building++)
        {
            Assert.Equal((anew.Find(building), anew.Find(building, 1)), (kept.Find(building), kept.Find(building, 1)));
        }
    }
}
