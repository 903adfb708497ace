using GridMap.Core.Coverage;

namespace GridMap.Core.Tests.Coverage;

/// <summary>A town drawn at random, small enough for the slow truth: a way with one-way streets, dead ends and pieces that do not hang together.</summary>
internal sealed class SmallTown
{
    private readonly Random _chance;
    private readonly CoverageEdge[] _edges;
    private readonly long[][] _between;

    public SmallTown(int seed, int nodes = 12, int edges = 18, int buildings = 25)
    {
        _chance = new Random(seed);
        _edges = [.. Enumerable.Range(0, edges).Select(id => new CoverageEdge(100 + id, _chance.Next(nodes), _chance.Next(nodes), Walk(), Walk()))];
        Network = CoverageNetwork.Build(_edges);
        Demand = new CoverageDemand(Network, [.. Enumerable.Range(0, buildings).Select(_ =>
            new DemandPoint(_chance.Next(10) == 0 ? null : Place(), _chance.Next(0, 50), _chance.Next(3)))]);
        _between = BetweenNodes();
    }

    public CoverageNetwork Network { get; }

    public CoverageDemand Demand { get; }

    /// <summary>Somewhere on the network; often at an end, or where something else stands.</summary>
    public CoveragePlace Place() => Network.FindPlace(
        100 + _chance.Next(_edges.Length), _chance.Next(4) switch { 0 => _chance.Next(2), 1 => 0.5, _ => _chance.NextDouble() }, _chance.Next(20))!.Value;

    public int Number(int below) => _chance.Next(below);

    /// <summary>The slow truth: over every pair of ends, by Floyd and Warshall; barred where there is no way.</summary>
    public long Cost(CoveragePlace from, CoveragePlace to)
    {
        var best = from.Edge == to.Edge ? AlongEdge(from, to) : WalkCost.Barred;
        foreach (var (leave, first) in new[] { (from.ToStart, NodeOf(from.Edge, 0)), (from.ToEnd, NodeOf(from.Edge, 1)) })
        {
            foreach (var (arrive, last) in new[] { (to.FromStart, NodeOf(to.Edge, 0)), (to.FromEnd, NodeOf(to.Edge, 1)) })
            {
                best = Math.Min(best, Math.Min(WalkCost.Barred, leave + _between[first][last] + arrive));
            }
        }

        return best < WalkCost.Barred ? from.OffRoad + best + to.OffRoad : WalkCost.Barred;
    }

    private static long AlongEdge(CoveragePlace from, CoveragePlace to)
    {
        if (from.Fraction == to.Fraction)
        {
            return 0;
        }

        var (near, far) = from.Fraction < to.Fraction ? (from.FromStart, to.FromStart) : (from.FromEnd, to.FromEnd);
        return near < WalkCost.Barred && far < WalkCost.Barred ? far - near : WalkCost.Barred;
    }

    private int NodeOf(int edge, int end) => Nodes().IndexOf(end == 0 ? _edges[Network.IdOf(edge) - 100].StartNode : _edges[Network.IdOf(edge) - 100].EndNode);

    private List<int> Nodes() => [.. _edges.SelectMany(edge => new[] { edge.StartNode, edge.EndNode }).Distinct()];

    private double Walk() => _chance.Next(6) switch { 0 => double.PositiveInfinity, 1 => _chance.Next(3) * 10, _ => _chance.NextDouble() * 100 };

    private long[][] BetweenNodes()
    {
        var nodes = Nodes();
        var cost = nodes.Select(from => nodes.Select(to => from == to ? 0 : WalkCost.Barred).ToArray()).ToArray();
        foreach (var edge in _edges)
        {
            var (start, end) = (nodes.IndexOf(edge.StartNode), nodes.IndexOf(edge.EndNode));
            cost[start][end] = Math.Min(cost[start][end], WalkCost.From(edge.Forward));
            cost[end][start] = Math.Min(cost[end][start], WalkCost.From(edge.Backward));
        }

        for (var via = 0; via < nodes.Count; via++)
        {
            foreach (var row in cost)
            {
                for (var to = 0; to < nodes.Count; to++)
                {
                    row[to] = Math.Min(row[to], row[via] + cost[via][to]);
                }
            }
        }

        return cost;
    }
}
