namespace GridMap.Core.Network;

/// <summary>
/// The walking network in flat arrays (compressed sparse rows): arcs of node n are those from `FirstArc[n]` up to, not including, `FirstArc[n + 1]`.
/// Does not change once it is built.
/// </summary>
public sealed class WalkingGraph
{
    private readonly NetworkEdge[] _edges;
    private readonly Dictionary<int, int> _edgeIndex;
    private readonly (int Start, int End)[] _ends;

    private WalkingGraph(NetworkEdge[] edges, (int Start, int End)[] ends, int nodes)
    {
        _edges = edges;
        _ends = ends;
        _edgeIndex = new Dictionary<int, int>(edges.Length);
        for (var edge = 0; edge < edges.Length; edge++)
        {
            _edgeIndex.Add(edges[edge].Id, edge);
        }

        NodeCount = nodes;
        (FirstArc, ArcTarget, ArcSeconds, ArcWay) = Rows(edges, ends, nodes);
    }

    public int NodeCount { get; }

    public int EdgeCount => _edges.Length;

    internal int[] FirstArc { get; }

    internal int[] ArcTarget { get; }

    internal double[] ArcSeconds { get; }

    /// <summary>Which edge an arc is, and which way along it.</summary>
    internal Way[] ArcWay { get; }

    /// <summary>Seconds must not be negative; an edge's id may occur once.</summary>
    public static WalkingGraph Build(IReadOnlyCollection<NetworkEdge> edges)
    {
        var nodes = new Dictionary<int, int>();
        var ends = new (int, int)[edges.Count];
        var i = 0;
        foreach (var edge in edges)
        {
            if (!(edge.ForwardSeconds >= 0 && edge.BackwardSeconds >= 0))
            {
                throw new ArgumentException($"Edge {edge.Id} takes {edge.ForwardSeconds} and {edge.BackwardSeconds} seconds.", nameof(edges));
            }

            ends[i++] = (IndexOf(edge.StartNode), IndexOf(edge.EndNode));
        }

        return new WalkingGraph([.. edges], ends, nodes.Count);

        int IndexOf(int node)
        {
            nodes.TryAdd(node, nodes.Count);
            return nodes[node];
        }
    }

    /// <summary>The same network with every way walked in the other direction: times to a place are times from it here.</summary>
    public WalkingGraph Reverse()
    {
        var turned = Array.ConvertAll(_edges, static edge => edge with { ForwardSeconds = edge.BackwardSeconds, BackwardSeconds = edge.ForwardSeconds });
        return new WalkingGraph(turned, _ends, NodeCount);
    }

    /// <summary>A place by its edge's id; null if the network does not have the edge.</summary>
    public NetworkPlace? FindPlace(int edgeId, double fraction, double offRoadSeconds) =>
        _edgeIndex.TryGetValue(edgeId, out var edge) ? new NetworkPlace(edge, fraction, offRoadSeconds) : null;

    internal NetworkEdge EdgeAt(int edge) => _edges[edge];

    internal (int Start, int End) EndsOf(int edge) => _ends[edge];

    private static (int[] FirstArc, int[] Target, double[] Seconds, Way[] Ways) Rows(NetworkEdge[] edges, (int Start, int End)[] ends, int nodes)
    {
        var first = new int[nodes + 1];
        for (var edge = 0; edge < edges.Length; edge++)
        {
            first[ends[edge].Start + 1] += double.IsFinite(edges[edge].ForwardSeconds) ? 1 : 0;
            first[ends[edge].End + 1] += double.IsFinite(edges[edge].BackwardSeconds) ? 1 : 0;
        }

        for (var node = 0; node < nodes; node++)
        {
            first[node + 1] += first[node];
        }

        var next = first[..^1];
        var target = new int[first[nodes]];
        var seconds = new double[first[nodes]];
        var ways = new Way[first[nodes]];
        for (var edge = 0; edge < edges.Length; edge++)
        {
            Put(ends[edge].Start, ends[edge].End, edges[edge].ForwardSeconds, new Way(edge, ToEnd: true));
            Put(ends[edge].End, ends[edge].Start, edges[edge].BackwardSeconds, new Way(edge, ToEnd: false));
        }

        return (first, target, seconds, ways);

        void Put(int from, int to, double time, Way way)
        {
            if (double.IsFinite(time))
            {
                target[next[from]] = to;
                ways[next[from]] = way;
                seconds[next[from]++] = time;
            }
        }
    }
}

/// <summary>An edge walked to its end node, or to its start node.</summary>
/// <param name="Edge">Its index in the graph.</param>
internal readonly record struct Way(int Edge, bool ToEnd)
{
    /// <summary>Where along the edge it leads to.</summary>
    public double Fraction => ToEnd ? 1 : 0;
}
