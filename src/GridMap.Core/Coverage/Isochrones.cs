namespace GridMap.Core.Coverage;

/// <summary>Finds the streets from which a facility is within reach, each edge cut at the exact fraction.</summary>
public static class Isochrones
{
    /// <summary>
    /// The spans of edges from which the walk to the nearest of some facilities costs no more than the limit, by edge and where they begin.
    /// A street's span says nothing of the way off the road to a door.
    /// </summary>
    public static IReadOnlyList<EdgeSpan> Find(CoverageNetwork network, IReadOnlyList<CoveragePlace> facilities, long limit)
    {
        var nearest = new NearestTwo(network, limit);
        for (var facility = 0; facility < facilities.Count; facility++)
        {
            nearest.Add(facility, facilities[facility]);
        }

        nearest.Spread();
        var spans = new List<EdgeSpan>();
        var here = new List<(double From, double To)>();
        for (var edge = 0; edge < network.EdgeCount; edge++)
        {
            here.Clear();
            FromEnds(network, edge, limit - nearest.At(network.StartNode[edge], 0).Cost, limit - nearest.At(network.EndNode[edge], 0).Cost, here);
            foreach (var facility in nearest.On(edge))
            {
                Around(network, edge, facilities[facility], limit, here);
            }

            Merge(edge, here, spans);
        }

        return spans;
    }

    // Who walks to the start node walks backward along the edge.
    private static void FromEnds(CoverageNetwork network, int edge, long leftAtStart, long leftAtEnd, List<(double From, double To)> spans)
    {
        if (leftAtStart >= 0 && network.Backward[edge] < WalkCost.Barred)
        {
            spans.Add((0, Share(leftAtStart, network.Backward[edge])));
        }

        if (leftAtEnd >= 0 && network.Forward[edge] < WalkCost.Barred)
        {
            spans.Add((1 - Share(leftAtEnd, network.Forward[edge]), 1));
        }
    }

    private static void Around(CoverageNetwork network, int edge, in CoveragePlace place, long limit, List<(double From, double To)> spans)
    {
        var left = limit - place.OffRoad;
        if (left >= 0)
        {
            spans.Add((
                Math.Max(0, place.Fraction - (network.Forward[edge] < WalkCost.Barred ? Share(left, network.Forward[edge]) : 0)),
                Math.Min(1, place.Fraction + (network.Backward[edge] < WalkCost.Barred ? Share(left, network.Backward[edge]) : 0))));
        }
    }

    private static double Share(long left, long whole) => left >= whole ? 1 : (double)left / whole;

    private static void Merge(int edge, List<(double From, double To)> here, List<EdgeSpan> spans)
    {
        here.Sort();
        for (var i = 0; i < here.Count;)
        {
            var (from, to) = here[i++];
            for (; i < here.Count && here[i].From <= to; i++)
            {
                to = Math.Max(to, here[i].To);
            }

            if (to > from)
            {
                spans.Add(new EdgeSpan(edge, from, to));
            }
        }
    }
}

/// <summary>A part of an edge, between two fractions of its length.</summary>
/// <param name="Edge">The edge's index in its network.</param>
public readonly record struct EdgeSpan(int Edge, double From, double To);
