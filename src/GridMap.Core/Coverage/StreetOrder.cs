namespace GridMap.Core.Coverage;

/// <summary>
/// Numbers nodes and edges so that those near each other on the ground are near each other in memory: who walks around one place reads a few pages, however large the city is.
/// </summary>
public static class StreetOrder
{
    private const int Together = 256;

    /// <summary>Numbers the nodes in clusters, each grown breadth first from where an earlier one ended.</summary>
    /// <param name="edges">By the nodes' ids.</param>
    /// <returns>The nodes' numbers by their ids, from 0.</returns>
    public static Dictionary<int, int> Nodes(IReadOnlyList<CoverageEdge> edges)
    {
        var neighbours = NeighboursOf(edges);
        var numbers = new Dictionary<int, int>(neighbours.Count);
        var (seeds, cluster) = (new Queue<int>(), new Queue<int>());
        foreach (var first in neighbours.Keys)
        {
            seeds.Enqueue(first);
            while (seeds.TryDequeue(out var seed))
            {
                Grow(seed);
            }
        }

        return numbers;

        void Grow(int seed)
        {
            Take(seed);
            for (var taken = 1; cluster.TryDequeue(out var node);)
            {
                foreach (var next in neighbours[node])
                {
                    if (taken == Together)
                    {
                        seeds.Enqueue(next);
                    }
                    else if (Take(next))
                    {
                        taken++;
                    }
                }
            }
        }

        bool Take(int node)
        {
            if (!numbers.TryAdd(node, numbers.Count))
            {
                return false;
            }

            cluster.Enqueue(node);
            return true;
        }
    }

    /// <summary>The edges by the lower number of their nodes, then by the higher one.</summary>
    public static CoverageEdge[] Edges(IReadOnlyList<CoverageEdge> edges, Dictionary<int, int> numbers) =>
        [.. edges.Select(edge => (Edge: edge, Start: numbers[edge.StartNode], End: numbers[edge.EndNode]))
            .OrderBy(edge => Math.Min(edge.Start, edge.End))
            .ThenBy(edge => Math.Max(edge.Start, edge.End))
            .Select(edge => edge.Edge)];

    private static Dictionary<int, List<int>> NeighboursOf(IReadOnlyList<CoverageEdge> edges)
    {
        var neighbours = new Dictionary<int, List<int>>();
        foreach (var edge in edges)
        {
            Of(edge.StartNode).Add(edge.EndNode);
            Of(edge.EndNode).Add(edge.StartNode);
        }

        return neighbours;

        List<int> Of(int node)
        {
            if (!neighbours.TryGetValue(node, out var known))
            {
                neighbours[node] = known = [];
            }

            return known;
        }
    }
}
