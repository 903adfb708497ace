using GridMap.Core.Network;

namespace GridMap.Core.Tests.Network;

public sealed class WalkingSearchTests
{
    private const double Barred = double.PositiveInfinity;

    [Fact]
    public void A_place_on_the_same_edge_is_reached_along_it()
    {
        var graph = WalkingGraph.Build([new(7, 1, 2, 100, 100)]);
        Assert.Equal((0, 30.0), Round(Find(graph, [new(0, 0.2, 0)], new(0, 0.5, 0))));
        Assert.Equal((0, 35.0), Round(Find(graph, [new(0, 0.2, 2)], new(0, 0.5, 3))));
    }

    [Fact]
    public void Where_the_edge_is_barred_one_walks_round()
    {
        var graph = WalkingGraph.Build([new(1, 1, 2, 100, Barred), new(2, 2, 3, 10, 10), new(3, 3, 1, 10, 10)]);
        Assert.Equal((0, 20.0 + 50 + 10 + 10), Round(Find(graph, [new(0, 0.5, 0)], new(0, 0.2, 0))));
    }

    [Fact]
    public void Standing_at_the_end_of_a_barred_way_is_standing_at_its_node()
    {
        var graph = WalkingGraph.Build([new(1, 1, 2, Barred, Barred), new(2, 2, 3, 10, 10)]);
        Assert.Equal((0, 5.0), Round(Find(graph, [new(0, 1, 0)], new(1, 0.5, 0))));
        Assert.Null(Find(graph, [new(0, 0.5, 0)], new(1, 0.5, 0)));
    }

    [Fact]
    public void The_limit_itself_is_within_it()
    {
        var graph = WalkingGraph.Build([new(1, 1, 2, 100, 100)]);
        Assert.NotNull(Find(graph, [new(0, 0, 0)], new(0, 1, 0), limit: 100));
        Assert.Null(Find(graph, [new(0, 0, 0)], new(0, 1, 0), limit: 99.999));
        Assert.Null(Find(graph, [new(0, 0, 0)], new(0, 1, 1), limit: 100));
    }

    [Fact]
    public void At_equal_times_the_first_source_is_the_nearest()
    {
        var graph = WalkingGraph.Build([new(1, 1, 2, 10, 10), new(2, 2, 3, 10, 10)]);
        Assert.Equal((0, 10.0), Round(Find(graph, [new(1, 1, 0), new(0, 0, 0)], new(0, 1, 0))));
        Assert.Equal((0, 10.0), Round(Find(graph, [new(0, 0, 0), new(1, 1, 0)], new(0, 1, 0))));
    }

    [Fact]
    public void An_edge_of_the_database_is_found_by_its_id()
    {
        var graph = WalkingGraph.Build([new(70, 1, 2, 10, 10), new(80, 2, 3, 10, 10)]);
        Assert.Equal(new NetworkPlace(1, 0.5, 3), graph.FindPlace(80, 0.5, 3));
        Assert.Null(graph.FindPlace(90, 0.5, 3));
    }

    [Fact]
    public void A_negative_or_unknown_time_is_no_edge()
    {
        Assert.Throws<ArgumentException>(() => WalkingGraph.Build([new(1, 1, 2, -1, 1)]));
        Assert.Throws<ArgumentException>(() => WalkingGraph.Build([new(1, 1, 2, 1, double.NaN)]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Times_are_those_of_the_network_with_every_place_made_a_node(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var edges = RandomEdges(random);
            var sources = Enumerable.Range(0, random.Next(1, 5)).Select(_ => RandomPlace(random, edges.Length)).ToArray();
            var places = Enumerable.Range(0, 12).Select(_ => RandomPlace(random, edges.Length)).ToArray();
            var limit = random.Next(20, 200);
            var search = new WalkingSearch(WalkingGraph.Build(edges));
            search.Run([new NetworkPlace(0, 0.3, 0)], 1_000);
            search.Run(sources, limit);
            foreach (var place in places)
            {
                Compare(AllPairs.Nearest(edges, sources, place, limit), search.Find(place));
            }
        }
    }

    [Fact]
    public void A_way_goes_from_the_source_to_the_place_without_a_gap_and_takes_as_long_as_it_is_said_to()
    {
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var edges = RandomEdges(random);
            var graph = WalkingGraph.Build(edges);
            var sources = Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomPlace(random, edges.Length)).ToArray();
            var search = new WalkingSearch(graph);
            search.Run(sources, 150);
            var place = RandomPlace(random, edges.Length);
            var (found, legs) = (search.Find(place), search.Trace(place));
            Assert.Equal(found is null, legs is null);
            if (found is not { } near)
            {
                continue;
            }

            var at = sources[near.Source];
            var seconds = at.OffRoadSeconds + place.OffRoadSeconds;
            foreach (var leg in legs!)
            {
                var edge = leg.EdgeId - 100;
                Assert.True(AreOnePlace(edges, at, new NetworkPlace(edge, leg.From, 0)), $"round {round}: {at} is not where {leg} begins");
                seconds += leg.From < leg.To ? (leg.To - leg.From) * edges[edge].ForwardSeconds : (leg.From - leg.To) * edges[edge].BackwardSeconds;
                at = new NetworkPlace(edge, leg.To, 0);
            }

            Assert.True(AreOnePlace(edges, at, place), $"round {round}: the way ends at {at}, not at {place}");
            Assert.Equal(near.Seconds, seconds, 9);
        }
    }

    private static bool AreOnePlace(NetworkEdge[] edges, NetworkPlace one, NetworkPlace other) =>
        (one.Edge == other.Edge && one.Fraction == other.Fraction)
        || (NodeAt(edges, one) is { } node && node == NodeAt(edges, other));

    private static int? NodeAt(NetworkEdge[] edges, NetworkPlace place) => place.Fraction switch
    {
        0 => edges[place.Edge].StartNode,
        1 => edges[place.Edge].EndNode,
        _ => null,
    };

    [Fact]
    public void Times_to_a_place_are_times_from_it_with_every_way_turned()
    {
        var random = new Random(4);
        for (var round = 0; round < 60; round++)
        {
            var edges = RandomEdges(random);
            var (from, to) = (RandomPlace(random, edges.Length), RandomPlace(random, edges.Length));
            var graph = WalkingGraph.Build(edges);
            Compare(Find(graph, [from], to), Find(graph.Reverse(), [to], from));
        }
    }

    private static (int Source, double Seconds)? Find(WalkingGraph graph, NetworkPlace[] sources, NetworkPlace place, double limit = 10_000)
    {
        var search = new WalkingSearch(graph);
        search.Run(sources, limit);
        return search.Find(place);
    }

    private static (int, double)? Round((int Source, double Seconds)? found) => found is { } near ? (near.Source, Math.Round(near.Seconds, 9)) : null;

    private static void Compare((int Source, double Seconds)? expected, (int Source, double Seconds)? found)
    {
        Assert.Equal(expected is null, found is null);
        if (expected is not null)
        {
            Assert.Equal(expected.Value.Seconds, found!.Value.Seconds, 9);
        }
    }

    private static NetworkEdge[] RandomEdges(Random random)
    {
        var nodes = random.Next(2, 14);
        return [.. Enumerable.Range(0, random.Next(1, 26)).Select(id =>
            new NetworkEdge(id + 100, random.Next(nodes), random.Next(nodes), RandomSeconds(random), RandomSeconds(random)))];
    }

    private static double RandomSeconds(Random random) => random.Next(6) == 0 ? Barred : random.Next(0, 60);

    private static NetworkPlace RandomPlace(Random random, int edges) => new(random.Next(edges), random.Next(0, 5) / 4.0, random.Next(0, 3));
}
