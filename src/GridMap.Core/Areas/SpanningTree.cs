using GridMap.Core.Boundaries;

namespace GridMap.Core.Areas;

/// <summary>A cut of a spanning tree: the atoms below the cut, how many parts they should make, and how good that is (less is better).</summary>
public sealed record TreeCut(int[] Below, int PartsBelow, double Score);

/// <summary>
/// A spanning tree of some atoms in depth-first order: parents stand before children and every subtree is one stretch of positions,
/// so that each of its edges is a cut into two contiguous halves.
/// </summary>
public sealed class SpanningTree
{
    private const double MetersPerWholeExcess = 12_000;

    private readonly int[] _members;
    private readonly int[] _parent;
    private readonly int[] _subtreeEnd;

    internal SpanningTree(int[] membersInDepthFirstOrder, int[] parent, int[] subtreeEnd)
    {
        _members = membersInDepthFirstOrder;
        _parent = parent;
        _subtreeEnd = subtreeEnd;
    }

    /// <summary>The best edge to cut, or null when every cut leaves one side without a part.</summary>
    public TreeCut? FindBestCut(Adjacency adjacency, int[] households, int parts, double tolerance, Func<int, bool> allowsParts)
    {
        var below = SumBelow(Array.ConvertAll(_members, member => (double)households[member]));
        var borders = BorderCosts(adjacency);
        var mean = Math.Max(1.0, below[0]) / parts;
        var best = (Node: -1, Parts: 0, Score: double.PositiveInfinity);
        for (var node = 1; node < _members.Length; node++)
        {
            var (count, deviation) = Weigh(below[node], below[0], parts, mean, allowsParts);
            var score = count == 0 ? double.PositiveInfinity : Score(borders[node], Math.Min(count, parts - count), deviation - tolerance);
            best = score < best.Score ? (node, count, score) : best;
        }

        return best.Node < 0 ? null : new TreeCut(_members[best.Node.._subtreeEnd[best.Node]], best.Parts, best.Score);
    }

    private static (int Parts, double Deviation) Weigh(double below, double total, int parts, double mean, Func<int, bool> allowsParts)
    {
        var ideal = Math.Clamp((int)Math.Round(below / mean), 1, parts - 1);
        for (var step = 0; step < parts; step++)
        {
            foreach (var count in new[] { ideal - step, ideal + step })
            {
                if (count >= 1 && count < parts && allowsParts(count) && allowsParts(parts - count))
                {
                    return (count, Math.Max(Math.Abs(below / count - mean), Math.Abs((total - below) / (parts - count) - mean)) / mean);
                }
            }
        }

        return (0, 0);
    }

    // Cutting near the middle is worth a longer border; beyond the tolerance unevenness soon costs more than any border.
    private static double Score(double borderCost, int smallerParts, double excess) =>
        (borderCost + 60) / Math.Sqrt(smallerParts) + MetersPerWholeExcess * Math.Max(0, excess);

    /// <summary>Per position the cost of the border between its subtree and the rest: its members' edges less, twice, those within.</summary>
    private double[] BorderCosts(Adjacency adjacency)
    {
        var position = new Dictionary<int, int>(_members.Length);
        foreach (var member in _members)
        {
            position.Add(member, position.Count);
        }

        var costs = new double[_members.Length];
        foreach (var (member, a) in position)
        {
            for (var i = adjacency.Offset[member]; i < adjacency.Offset[member + 1]; i++)
            {
                if (adjacency.Neighbor[i] > member && position.TryGetValue(adjacency.Neighbor[i], out var b))
                {
                    costs[a] += adjacency.CutCost[i];
                    costs[b] += adjacency.CutCost[i];
                    costs[CommonAncestor(a, b)] -= 2 * adjacency.CutCost[i];
                }
            }
        }

        return SumBelow(costs);
    }

    private int CommonAncestor(int a, int b)
    {
        while (a != b)
        {
            (a, b) = a > b ? (_parent[a], b) : (a, _parent[b]);
        }

        return a;
    }

    private double[] SumBelow(double[] values)
    {
        for (var node = values.Length - 1; node > 0; node--)
        {
            values[_parent[node]] += values[node];
        }

        return values;
    }
}
