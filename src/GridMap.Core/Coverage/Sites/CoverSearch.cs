namespace GridMap.Core.Coverage.Sites;

/// <summary>Bounded searches from one place after another; a search costs nothing for nodes it does not reach. Not for several threads at a time.</summary>
internal sealed class CoverSearch(CoverageMap map, long limit)
{
    private readonly CoverageNetwork _network = map.Network;
    private readonly CoverageDemand _demand = map.Demand;
    private readonly LabelBuckets _open = new(limit);
    private readonly long[] _cost = new long[map.Network.NodeCount];
    private readonly int[] _nodeRun = new int[map.Network.NodeCount];
    private readonly int[] _edgeRun = new int[map.Network.EdgeCount];
    private readonly List<int> _nodes = [];
    private readonly List<Reach> _found = [];
    private int _run;

    public Reach[] Run(in CoveragePlace from)
    {
        _run++;
        _nodes.Clear();
        _found.Clear();
        Reach(_network.StartNode[from.Edge], from.OffRoad + from.FromStart);
        Reach(_network.EndNode[from.Edge], from.OffRoad + from.FromEnd);
        while (_open.TryTake(out var entry))
        {
            if (_cost[entry.Node] == entry.Cost)
            {
                for (var arc = _network.FirstIn[entry.Node]; arc < _network.FirstIn[entry.Node + 1]; arc++)
                {
                    Reach(_network.In[arc].Node, entry.Cost + _network.In[arc].Cost);
                }
            }
        }

        Look(from.Edge, from);
        foreach (var node in _nodes)
        {
            for (var at = _network.FirstIncident[node]; at < _network.FirstIncident[node + 1]; at++)
            {
                Look(_network.Incident[at], from);
            }
        }

        _found.Sort(static (a, b) => a.Building.CompareTo(b.Building));
        return [.. _found];
    }

    private void Reach(int node, long cost)
    {
        if (cost > limit || cost >= map.NodeCost(node))
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
        _open.Put(cost, node, 0);
    }

    private void Look(int edge, in CoveragePlace from)
    {
        if (_edgeRun[edge] == _run || _demand.FirstOnEdge[edge] == _demand.FirstOnEdge[edge + 1])
        {
            return;
        }

        _edgeRun[edge] = _run;
        var (start, end) = (CostOf(_network.StartNode[edge]), CostOf(_network.EndNode[edge]));
        for (var at = _demand.FirstOnEdge[edge]; at < _demand.FirstOnEdge[edge + 1]; at++)
        {
            var building = _demand.Seats[at].Building;
            ref readonly var point = ref _demand[building];
            var place = point.Place!.Value;
            var cost = Math.Min(place.ToStart + start, place.ToEnd + end);
            if (edge == from.Edge)
            {
                cost = Math.Min(cost, place.Along(from) + from.OffRoad);
            }

            cost += place.OffRoad;
            if (cost <= limit && point.Weight > 0 && cost < (map.Find(building)?.Cost ?? WalkCost.Barred))
            {
                _found.Add(new Reach(building, cost));
            }
        }
    }

    private long CostOf(int node) => _nodeRun[node] == _run ? _cost[node] : WalkCost.Barred;
}
