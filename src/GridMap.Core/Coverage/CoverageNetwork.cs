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
        var nodes = StreetOrder.Nodes(edges);
        _edgeIndex = new Dictionary<int, int>(edges.Count);
        (StartNode, EndNode) = (new int[edges.Count], new int[edges.Count]);
        (Forward, Backward) = (new long[edges.Count], new long[edges.Count]);
        EdgeId = new int[edges.Count];
        foreach (var (edge, given) in StreetOrder.Edges(edges, nodes).Index())
        {
            _edgeIndex.Add(given.Id, edge);
            EdgeId[edge] = given.Id;
            (StartNode[edge], EndNode[edge]) = (nodes[given.StartNode], nodes[given.EndNode]);
            (Forward[edge], Backward[edge]) = (WalkCost.From(given.Forward * scale), WalkCost.From(given.Backward * scale));
        }

        NodeCount = nodes.Count;
        (FirstOut, Out) = Rows(into: false);
        (FirstIn, In) = Rows(into: true);
        (FirstIncident, Incident) = IncidentEdges();
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

    internal CoverageArc[] Out { get; }

    /// <summary>Arcs that come to a node, by the node they come from.</summary>
    internal int[] FirstIn { get; }

    internal CoverageArc[] In { get; }

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

    private (int[] First, CoverageArc[] Arcs) Rows(bool into)
    {
        var first = new int[NodeCount + 1];
        for (var edge = 0; edge < EdgeCount; edge++)
        {
            first[(into ? EndNode[edge] : StartNode[edge]) + 1] += Forward[edge] < WalkCost.Barred ? 1 : 0;
            first[(into ? StartNode[edge] : EndNode[edge]) + 1] += Backward[edge] < WalkCost.Barred ? 1 : 0;
        }

        Accumulate(first);
        var next = first[..^1];
        var arcs = new CoverageArc[first[^1]];
        for (var edge = 0; edge < EdgeCount; edge++)
        {
            Put(StartNode[edge], EndNode[edge], Forward[edge]);
            Put(EndNode[edge], StartNode[edge], Backward[edge]);
        }

        return (first, arcs);

        void Put(int from, int to, long arc)
        {
            if (arc < WalkCost.Barred)
            {
                arcs[next[into ? to : from]++] = new CoverageArc(into ? from : to, arc);
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

/// <summary>A way from or to a node, by the node at its other end.</summary>
internal readonly record struct CoverageArc(int Node, long Cost);
