using GridMap.Core.Coverage;

namespace GridMap.Core.Tests.Coverage;

public sealed class StreetOrderTests
{
    private const int Side = 100;

    [Fact]
    public void Who_is_near_on_the_ground_is_near_in_memory_however_ids_are_given()
    {
        var chance = new Random(4);
        var ids = Enumerable.Range(0, Side * Side).OrderBy(_ => chance.Next()).ToArray();
        CoverageEdge[] edges = [.. Enumerable.Range(0, Side * Side)
            .SelectMany(node => new[] { (node, node % Side < Side - 1 ? node + 1 : -1), (node, node + Side < Side * Side ? node + Side : -1) })
            .Where(pair => pair.Item2 >= 0)
            .OrderBy(_ => chance.Next())
            .Select((pair, number) => new CoverageEdge(number, ids[pair.node], ids[pair.Item2], 60, 60))];
        var numbers = StreetOrder.Nodes(edges);
        Assert.Equal(Enumerable.Range(0, Side * Side), numbers.Values.Order());
        var near = edges.Count(edge => Math.Abs(numbers[edge.StartNode] - numbers[edge.EndNode]) < 256);
        Assert.InRange((double)near / edges.Length, 0.75, 1);
        var ordered = StreetOrder.Edges(edges, numbers);
        Assert.Equal(edges.Select(edge => edge.Id).Order(), ordered.Select(edge => edge.Id).Order());
        Assert.Equal(ordered.Select(First).Order(), ordered.Select(First));

        int First(CoverageEdge edge) => Math.Min(numbers[edge.StartNode], numbers[edge.EndNode]);
    }

    [Fact]
    public void Pieces_that_do_not_hang_together_are_all_numbered()
    {
        var numbers = StreetOrder.Nodes([new CoverageEdge(1, 10, 10, 5, 5), new CoverageEdge(2, 20, 30, 5, double.PositiveInfinity), new CoverageEdge(3, 30, 40, 5, 5)]);
        Assert.Equal([10, 20, 30, 40], numbers.Keys.Order());
        Assert.Empty(StreetOrder.Nodes([]));
    }
}
