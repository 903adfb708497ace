namespace GridMap.Core.Coverage;

/// <summary>
/// The walking network in flat arrays (compressed sparse rows, both ways), with whole costs of one measure: seconds at one speed, or metres.
/// Does not change once it is built; many threads may read it.
/// </summary>
public sealed class CoverageNetwork
{
    private readonly Dictionary<int, int> _edgeIndex;
    private readonly double _scale;

    private CoverageNetwork(IReadOnlyList<CoverageEdge> edges, double scale)
    {
        _scale = scale;
        var nodes = new Dictionary<int, int>();
        _edgeIndex = new Dictionary<int, int>(edges.Count);
        (StartNode, EndNode) = (new int[edges.Count], new int[edges.Count]);
        (Forward, Backward) = (new long[edges.Count], new long[edges.Count]);
        EdgeId = new int[edges.Count];
        for (var edge = 0; edge < edges.Count; edge++)
        {
            var given = edges[edge];
            _edgeIndex.Add(given.Id, edge);
            EdgeId[edge] = given.Id;
            (StartNode[edge], EndNode[edge]) = (IndexOf(given.StartNode), IndexOf(given.EndNode));
            (Forward[edge], Backward[edge]) = (WalkCost.From(given.Forward * scale), WalkCost.From(given.Backward * scale));
        }

        NodeCount = nodes.Count;
        (FirstOut, OutNode, OutCost) = Rows(into: false);
        (FirstIn, InNode, InCost) = Rows(into: true);
        (FirstIncident, Incident) = IncidentEdges();

        int IndexOf(int node)
        {
            nodes.TryAdd(node, nodes.Count);
            return nodes[node];
        }
    }

    public int NodeCount { get; }

    public int EdgeCount => EdgeId.Length;

    internal int[] EdgeId { get; }

    internal int[] StartNode { get; }

    internal int[] EndNode { get; }

    internal long[] Forward { get; }

    internal long[] Backward { get; }

    /// <summary>Arcs that leave a node: those from `FirstOut[node]` up to, not including, `FirstOut[node + 1]`.</summary>
    internal int[] FirstOut { get; }

    internal int[] OutNode { get; }

    internal long[] OutCost { get; }

    /// <summary>Arcs that come to a node, by the node they come from.</summary>
    internal int[] FirstIn { get; }

    internal int[] InNode { get; }

    internal long[] InCost { get; }

    internal int[] FirstIncident { get; }

    internal int[] Incident { get; }

    /// <summary>Costs are given in seconds or metres, not negative, and multiplied by the scale; an edge's id may occur once.</summary>
    public static CoverageNetwork Build(IReadOnlyList<CoverageEdge> edges, double scale = 1) => new(edges, scale);

    /// <summary>A place by its edge's id; null if the network does not have the edge.</summary>
    /// <param name="edgeId">As in the database.</param>
    /// <param name="fraction">Of the edge's length, 0 to 1.</param>
    /// <param name="offRoad">Between the place and the edge in seconds or metres before the scale, as the edges' costs.</param>
    public CoveragePlace? FindPlace(int edgeId, double fraction, double offRoad)
    {
        if (!_edgeIndex.TryGetValue(edgeId, out var edge))
        {
            return null;
        }

        var (fromStart, toEnd) = Parts(Forward[edge], fraction);
        var (fromEnd, toStart) = Parts(Backward[edge], 1 - fraction);
        return new CoveragePlace(edge, fraction, WalkCost.From(offRoad * _scale), fromStart, fromEnd, toStart, toEnd);
    }

    /// <summary>The edge's id as in the database, by its index.</summary>
    public int IdOf(int edge) => EdgeId[edge];

    private static (long Until, long After) Parts(long whole, double fraction)
    {
        if (whole < WalkCost.Barred)
        {
            var until = (long)Math.Round(whole * fraction);
            return (until, whole - until);
        }

        // Who stands at the end of a barred way stands at its node.
        return (fraction == 0 ? 0 : WalkCost.Barred, fraction == 1 ? 0 : WalkCost.Barred);
    }

    private (int[] First, int[] Node, long[] Cost) Rows(bool into)
    {
        var first = new int[NodeCount + 1];
        for (var edge = 0; edge < EdgeCount; edge++)
        {
            first[(into ? EndNode[edge] : StartNode[edge]) + 1] += Forward[edge] < WalkCost.Barred ? 1 : 0;
            first[(into ? StartNode[edge] : EndNode[edge]) + 1] += Backward[edge] < WalkCost.Barred ? 1 : 0;
        }

        Accumulate(first);
        var next = first[..^1];
        var node = new int[first[^1]];
        var cost = new long[first[^1]];
        for (var edge = 0; edge < EdgeCount; edge++)
        {
            Put(StartNode[edge], EndNode[edge], Forward[edge]);
            Put(EndNode[edge], StartNode[edge], Backward[edge]);
        }

        return (first, node, cost);

        void Put(int from, int to, long arc)
        {
            if (arc < WalkCost.Barred)
            {
                var at = next[into ? to : from]++;
                (node[at], cost[at]) = (into ? from : to, arc);
            }
        }
    }

    private (int[] First, int[] Edge) IncidentEdges()
    {
        var first = new int[NodeCount + 1];
        for (var edge = 0; edge < EdgeCount; edge++)
        {
            first[StartNode[edge] + 1]++;
            first[EndNode[edge] + 1]++;
        }

        Accumulate(first);
        var next = first[..^1];
        var incident = new int[first[^1]];
        for (var edge = 0; edge < EdgeCount; edge++)
        {
            incident[next[StartNode[edge]]++] = edge;
            incident[next[EndNode[edge]]++] = edge;
        }

        return (first, incident);
    }

    private static void Accumulate(int[] first)
    {
        for (var i = 1; i < first.Length; i++)
        {
            first[i] += first[i - 1];
        }
    }
}
