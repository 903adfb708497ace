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
    private readonly int[] _previous = new int[graph.NodeCount];
    private readonly Way[] _way = new Way[graph.NodeCount];
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
                Reach(graph.ArcTarget[arc], _seconds[node] + graph.ArcSeconds[arc], _source[node], node, graph.ArcWay[arc]);
            }
        }
    }

    /// <summary>The nearest source's index and the time in seconds from it, both ways off the road included; null beyond the limit.</summary>
    public (int Source, double Seconds)? Find(NetworkPlace place) => FindBest(place) is { } best ? (best.Source, best.Seconds) : null;

    /// <summary>The quickest way from the nearest source to a place, along edges from leg to leg; empty where both are the same place of the network, null beyond the limit.</summary>
    public IReadOnlyList<RouteLeg>? Trace(NetworkPlace place)
    {
        if (FindBest(place) is not { } best)
        {
            return null;
        }

        var legs = new List<RouteLeg>();
        if (best.Entered is not { } entered)
        {
            Add(place.Edge, _sources[best.Source].Fraction, place.Fraction);
            return legs;
        }

        Add(place.Edge, entered.At, place.Fraction);
        var node = entered.Node;
        for (; _previous[node] >= 0; node = _previous[node])
        {
            Add(_way[node].Edge, 1 - _way[node].Fraction, _way[node].Fraction);
        }

        Add(_way[node].Edge, _sources[~_previous[node]].Fraction, _way[node].Fraction);
        legs.Reverse();
        return legs;

        void Add(int edge, double from, double to)
        {
            if (from != to)
            {
                legs.Add(new RouteLeg(graph.EdgeAt(edge).Id, from, to));
            }
        }
    }

    /// <summary>The nearest source, the time from it, and at which end the place's edge is entered; not entered where source and place are on one edge.</summary>
    private (int Source, double Seconds, (int Node, double At)? Entered)? FindBest(NetworkPlace place)
    {
        var edge = graph.EdgeAt(place.Edge);
        var (start, end) = graph.EndsOf(place.Edge);
        var best = (Source: int.MaxValue, Seconds: double.PositiveInfinity, Entered: ((int, double)?)null);
        Consider(start, 0);
        Consider(end, 1);
        foreach (var source in _sourcesOfEdge.GetValueOrDefault(place.Edge, []))
        {
            Keep(source, _sources[source].OffRoadSeconds + Along(edge, _sources[source].Fraction, place.Fraction), null);
        }

        var total = best.Seconds + place.OffRoadSeconds;
        return total <= _limit ? best with { Seconds = total } : null;

        void Consider(int node, double at)
        {
            if (_run[node] == _number)
            {
                Keep(_source[node], _seconds[node] + Along(edge, at, place.Fraction), (node, at));
            }
        }

        void Keep(int source, double seconds, (int, double)? entered)
        {
            if (seconds < best.Seconds || (seconds == best.Seconds && source < best.Source))
            {
                best = (source, seconds, entered);
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
        Reach(start, place.OffRoadSeconds + Along(edge, place.Fraction, 0), source, ~source, new Way(place.Edge, ToEnd: false));
        Reach(end, place.OffRoadSeconds + Along(edge, place.Fraction, 1), source, ~source, new Way(place.Edge, ToEnd: true));
        if (!_sourcesOfEdge.TryGetValue(place.Edge, out var here))
        {
            _sourcesOfEdge[place.Edge] = here = [];
        }

        here.Add(source);
    }

    private void Reach(int node, double seconds, int source, int previous, Way way)
    {
        var known = _run[node] == _number;
        if (!(seconds <= _limit) || (known && !(seconds < _seconds[node] || (seconds == _seconds[node] && source < _source[node]))))
        {
            return;
        }

        (_seconds[node], _source[node], _run[node], _previous[node], _way[node]) = (seconds, source, _number, previous, way);
        _heap.Put(node, seconds);
    }
}
