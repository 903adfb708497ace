namespace GridMap.Core.Coverage.Sites;

/// <summary>Bounded searches from one place after another; a search costs nothing for nodes it does not reach. Not for several threads at a time.</summary>
internal sealed class CoverSearch(CoverageNetwork network, CoverageDemand demand, long limit, ReadOnlyMemory<long> costNow)
{
    private readonly LabelHeap _heap = new();
    private readonly long[] _cost = new long[network.NodeCount];
    private readonly int[] _nodeRun = new int[network.NodeCount];
    private readonly int[] _edgeRun = new int[network.EdgeCount];
    private readonly List<int> _nodes = [];
    private readonly List<Reach> _found = [];
    private int _run;

    public Reach[] Run(in CoveragePlace from)
    {
        _run++;
        _nodes.Clear();
        _found.Clear();
        Reach(network.StartNode[from.Edge], from.OffRoad + from.FromStart);
        Reach(network.EndNode[from.Edge], from.OffRoad + from.FromEnd);
        while (_heap.TryTake(out var entry))
        {
            if (_cost[entry.Node] == entry.Cost)
            {
                for (var arc = network.FirstIn[entry.Node]; arc < network.FirstIn[entry.Node + 1]; arc++)
                {
                    Reach(network.InNode[arc], entry.Cost + network.InCost[arc]);
                }
            }
        }

        Look(from.Edge, from);
        foreach (var node in _nodes)
        {
            for (var at = network.FirstIncident[node]; at < network.FirstIncident[node + 1]; at++)
            {
                Look(network.Incident[at], from);
            }
        }

        _found.Sort(static (a, b) => a.Building.CompareTo(b.Building));
        return [.. _found];
    }

    private void Reach(int node, long cost)
    {
        if (cost > limit)
        {
            return;
        }

        if (_nodeRun[node] != _run)
        {
            _nodeRun[node] = _run;
            _nodes.Add(node);
        }
        else if (cost >= _cost[node])
        {
            return;
        }

        _cost[node] = cost;
        _heap.Put(cost, node, 0);
    }

    private void Look(int edge, in CoveragePlace from)
    {
        if (_edgeRun[edge] == _run || demand.FirstOnEdge[edge] == demand.FirstOnEdge[edge + 1])
        {
            return;
        }

        _edgeRun[edge] = _run;
        var (start, end) = (CostOf(network.StartNode[edge]), CostOf(network.EndNode[edge]));
        var now = costNow.Span;
        for (var at = demand.FirstOnEdge[edge]; at < demand.FirstOnEdge[edge + 1]; at++)
        {
            var building = demand.OnEdge[at];
            ref readonly var point = ref demand[building];
            var place = point.Place!.Value;
            var cost = Math.Min(place.ToStart + start, place.ToEnd + end);
            if (edge == from.Edge)
            {
                cost = Math.Min(cost, place.Along(from) + from.OffRoad);
            }

            cost += place.OffRoad;
            if (cost <= limit && cost < now[building] && point.Weight > 0)
            {
                _found.Add(new Reach(building, cost));
            }
        }
    }

    private long CostOf(int node) => _nodeRun[node] == _run ? _cost[node] : WalkCost.Barred;
}
