using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries;

/// <summary>
/// The closed walks along faces: per half-edge its cycle; per cycle one half-edge on it, twice its signed area, and its lowest point.
/// A positive cycle is the outline of a face; a negative one is the outline of a connected part seen from around it.
/// </summary>
public sealed record FaceCycles(int[] OfHalfEdge, int[] First, long[] TwiceArea, LatticePoint[] Lowest);

/// <summary>Walks all face cycles of a half-edge graph.</summary>
public static class FaceCycle
{
    public static FaceCycles TraceAll(HalfEdgeGraph graph)
    {
        var cycleOf = new int[graph.HalfEdgeCount];
        Array.Fill(cycleOf, -1);
        var first = new List<int>();
        var areas = new List<long>();
        var lowest = new List<LatticePoint>();
        for (var start = 0; start < cycleOf.Length; start++)
        {
            if (cycleOf[start] >= 0)
            {
                continue;
            }

            var (area, low) = Walk(graph, cycleOf, start, first.Count);
            first.Add(start);
            areas.Add(area);
            lowest.Add(low);
        }

        return new FaceCycles(cycleOf, [.. first], [.. areas], [.. lowest]);
    }

    /// <summary>The closed ring of points along a cycle.</summary>
    public static LatticePoint[] Ring(HalfEdgeGraph graph, int first)
    {
        var ring = new List<LatticePoint>();
        var halfEdge = first;
        do
        {
            ring.Add(graph.Nodes[graph.Origin(halfEdge)]);
            halfEdge = graph.Next(halfEdge);
        }
        while (halfEdge != first);
        ring.Add(ring[0]);
        return [.. ring];
    }

    private static (long TwiceArea, LatticePoint Lowest) Walk(HalfEdgeGraph graph, int[] cycleOf, int start, int cycle)
    {
        var pivot = graph.Nodes[graph.Origin(start)];
        var (area, lowest, halfEdge) = (0L, pivot, start);
        do
        {
            cycleOf[halfEdge] = cycle;
            var from = graph.Nodes[graph.Origin(halfEdge)];
            halfEdge = graph.Next(halfEdge);
            var to = graph.Nodes[graph.Origin(halfEdge)];
            area += LatticePoint.Cross(pivot, from, to);
            lowest = to < lowest ? to : lowest;
        }
        while (halfEdge != start);
        return (area, lowest);
    }
}
