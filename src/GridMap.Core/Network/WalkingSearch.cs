namespace GridMap.Core.Network;

/// <summary>
/// Walking times from the nearest of some places to everything within a limit: Dijkstra's algorithm (Numerische Mathematik 1, 1959) from many sources at once.
/// Reused, it costs nothing for nodes that a search does not reach. Not for several threads at a time.
/// </summary>
/// <remarks>O((n + a) log n) for the n nodes and a arcs within the limit. At equal times the source that comes first in the list is the nearest.</remarks>
public sealed class WalkingSearch(WalkingGraph graph)
{
    private readonly NodeHeap _heap = new(graph.NodeCount);
    private readonly double[] _seconds = new double[graph.NodeCount];
    private readonly int[] _source = new int[graph.NodeCount];
    private readonly int[] _run = new int[graph.NodeCount];
    private readonly Dictionary<int, List<int>> _sourcesOfEdge = [];
    private IReadOnlyList<NetworkPlace> _sources = [];
    private double _limit;
    private int _number;

    /// <summary>Walks from the sources as far as the limit in seconds goes; answers are good until the next run.</summary>
    public void Run(IReadOnlyList<NetworkPlace> sources, double limitSeconds)
    {
        (_sources, _limit) = (sources, limitSeconds);
        _number++;
        _heap.Clear();
        _sourcesOfEdge.Clear();
        for (var source = 0; source < sources.Count; source++)
        {
            Leave(source);
        }

        while (_heap.TryTake(out var node))
        {
            for (var arc = graph.FirstArc[node]; arc < graph.FirstArc[node + 1]; arc++)
            {
                Reach(graph.ArcTarget[arc], _seconds[node] + graph.ArcSeconds[arc], _source[node]);
            }
        }
    }

    /// <summary>The nearest source's index and the time in seconds from it, both ways off the road included; null beyond the limit.</summary>
    public (int Source, double Seconds)? Find(NetworkPlace place)
    {
        var edge = graph.EdgeAt(place.Edge);
        var (start, end) = graph.EndsOf(place.Edge);
        var best = (Source: int.MaxValue, Seconds: double.PositiveInfinity);
        Consider(start, Along(edge, 0, place.Fraction));
        Consider(end, Along(edge, 1, place.Fraction));
        foreach (var source in _sourcesOfEdge.GetValueOrDefault(place.Edge, []))
        {
            Keep(source, _sources[source].OffRoadSeconds + Along(edge, _sources[source].Fraction, place.Fraction));
        }

        var total = best.Seconds + place.OffRoadSeconds;
        return total <= _limit ? (best.Source, total) : null;

        void Consider(int node, double rest)
        {
            if (_run[node] == _number)
            {
                Keep(_source[node], _seconds[node] + rest);
            }
        }

        void Keep(int source, double seconds)
        {
            if (seconds < best.Seconds || (seconds == best.Seconds && source < best.Source))
            {
                best = (source, seconds);
            }
        }
    }

    // A way that is barred takes for ever, but none at all takes no time: 0 × ∞ is not a number.
    private static double Along(NetworkEdge edge, double from, double to) =>
        from == to ? 0 : from < to ? (to - from) * edge.ForwardSeconds : (from - to) * edge.BackwardSeconds;

    private void Leave(int source)
    {
        var place = _sources[source];
        var edge = graph.EdgeAt(place.Edge);
        var (start, end) = graph.EndsOf(place.Edge);
        Reach(start, place.OffRoadSeconds + Along(edge, place.Fraction, 0), source);
        Reach(end, place.OffRoadSeconds + Along(edge, place.Fraction, 1), source);
        if (!_sourcesOfEdge.TryGetValue(place.Edge, out var here))
        {
            _sourcesOfEdge[place.Edge] = here = [];
        }

        here.Add(source);
    }

    private void Reach(int node, double seconds, int source)
    {
        var known = _run[node] == _number;
        if (!(seconds <= _limit) || (known && !(seconds < _seconds[node] || (seconds == _seconds[node] && source < _source[node]))))
        {
            return;
        }

        (_seconds[node], _source[node], _run[node]) = (seconds, source, _number);
        _heap.Put(node, seconds);
    }
}
