using GridMap.Core.Network;

namespace GridMap.Core.Tests.Network;

/// <summary>The slow truth: every place becomes a node of its own, then Floyd and Warshall.</summary>
internal static class AllPairs
{
    public static (int Source, double Seconds)? Nearest(NetworkEdge[] edges, NetworkPlace[] sources, NetworkPlace place, double limit)
    {
        var places = sources.Append(place).ToArray();
        var nodes = edges.SelectMany(edge => new[] { edge.StartNode, edge.EndNode }).Distinct().ToList();
        var size = nodes.Count + places.Length;
        var times = Enumerable.Range(0, size).Select(row => Enumerable.Range(0, size).Select(column => row == column ? 0 : double.PositiveInfinity).ToArray()).ToArray();
        for (var edge = 0; edge < edges.Length; edge++)
        {
            Walk(times, edges[edge], StopsOf(edge, edges[edge], nodes, places));
        }

        Close(times);
        var target = size - 1;
        var best = Enumerable.Range(0, sources.Length)
            .Select(source => (Source: source, Seconds: sources[source].OffRoadSeconds + times[nodes.Count + source][target] + place.OffRoadSeconds))
            .MinBy(found => found.Seconds);
        return best.Seconds <= limit ? best : null;
    }

    private static List<(int Node, double Fraction)> StopsOf(int edge, NetworkEdge ends, List<int> nodes, NetworkPlace[] places)
    {
        var stops = new List<(int Node, double Fraction)> { (nodes.IndexOf(ends.StartNode), 0), (nodes.IndexOf(ends.EndNode), 1) };
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Edge == edge)
            {
                stops.Add((nodes.Count + i, places[i].Fraction));
            }
        }

        return stops;
    }

    private static void Walk(double[][] times, NetworkEdge edge, List<(int Node, double Fraction)> stops)
    {
        foreach (var from in stops)
        {
            foreach (var to in stops)
            {
                var span = to.Fraction - from.Fraction;
                var time = span == 0 ? 0 : span > 0 ? span * edge.ForwardSeconds : -span * edge.BackwardSeconds;
                times[from.Node][to.Node] = Math.Min(times[from.Node][to.Node], time);
            }
        }
    }

    private static void Close(double[][] times)
    {
        for (var via = 0; via < times.Length; via++)
        {
            foreach (var row in times)
            {
                for (var to = 0; to < times.Length; to++)
                {
                    row[to] = Math.Min(row[to], row[via] + times[via][to]);
                }
            }
        }
    }
}
