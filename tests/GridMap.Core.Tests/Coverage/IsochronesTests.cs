using GridMap.Core.Coverage;

namespace GridMap.Core.Tests.Coverage;

public sealed class IsochronesTests
{
    [Fact]
    public void Edges_are_cut_at_the_exact_fraction()
    {
        var network = CoverageNetwork.Build([new CoverageEdge(1, 1, 2, 100, 100), new CoverageEdge(2, 2, 3, 100, 200)]);
        var spans = Isochrones.Find(network, [network.FindPlace(1, 0.5, 10)!.Value], WalkCost.From(80));
        // 80 s less 10 s off the road and 50 s to the end leave 20 s of the 200 s it takes to come back along the second edge.
        Assert.Equal([new EdgeSpan(0, 0, 1), new EdgeSpan(1, 0, 0.1)], spans);
    }

    [Fact]
    public void On_its_own_edge_it_reaches_both_ways()
    {
        var network = CoverageNetwork.Build([new CoverageEdge(1, 1, 2, 100, 200)]);
        var span = Assert.Single(Isochrones.Find(network, [network.FindPlace(1, 0.5, 0)!.Value], WalkCost.From(20)));
        Assert.Equal((0.3, 0.6), (Math.Round(span.From, 9), Math.Round(span.To, 9)));
    }

    [Fact]
    public void Every_point_of_a_span_is_within_reach_and_no_other_is()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var town = new SmallTown(seed);
            CoveragePlace[] facilities = [town.Place(), town.Place()];
            var limit = WalkCost.From(70);
            var spans = Isochrones.Find(town.Network, facilities, limit).ToLookup(span => span.Edge);
            for (var edge = 0; edge < town.Network.EdgeCount; edge++)
            {
                foreach (var fraction in Enumerable.Range(1, 49).Select(i => i / 50.0))
                {
                    var place = town.Network.FindPlace(town.Network.IdOf(edge), fraction, 0)!.Value;
                    var cost = facilities.Min(facility => town.Cost(place, facility));
                    if (Math.Abs(cost - limit) > 1000)
                    {
                        Assert.Equal(cost <= limit, spans[edge].Any(span => span.From <= fraction && fraction <= span.To));
                    }
                }
            }
        }
    }
}
