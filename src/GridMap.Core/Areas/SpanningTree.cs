using GridMap.Core.Boundaries;

namespace GridMap.Core.Areas;

/// <summary>A cut of a spanning tree: the atoms below the cut, how many parts they should make, and how good that is (less is better).</summary>
public sealed record TreeCut(int[] Below, int PartsBelow, double Score);

/// <summary>
/// A noisy minimum spanning tree of some atoms: neighbours that cohere (no barrier, near, long common edge) are joined early, so that
/// the subtrees are compact and end at barriers. Positions are indexes into Members, parents before children.
/// </summary>
public sealed class SpanningTree
{
    private const double MetersPerWholeExcess = 12_000;

    private readonly int[] _members;
    private readonly int[] _parent;
    private readonly int[] _subtreeEnd;

    private SpanningTree(int[] membersInDepthFirstOrder, int[] parent, int[] subtreeEnd)
    {
        _members = membersInDepthFirstOrder;
        _parent = parent;
        _subtreeEnd = subtreeEnd;
    }

    public static SpanningTree Grow(Adjacency adjacency, int[] members, (double X, double Y)[] centresMeters, Random random)
    {
        var position = new Dictionary<int, int>(members.Length);
        foreach (var member in members)
        {
            position.Add(member, position.Count);
        }

        var links = Links(adjacency, position, centresMeters, random);
        var sets = new DisjointSets(members.Length);
        var tree = links.OrderBy(link => link.Key).Where(link => sets.Join(link.A, link.B)).ToList();
        JoinPieces(members, sets, centresMeters, tree);
        return DepthFirst(members, tree, random.Next(members.Length));
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

    private static List<Link> Links(
        Adjacency adjacency, Dictionary<int, int> position, (double X, double Y)[] centresMeters, Random random)
    {
        var links = new List<Link>(position.Count * 3);
        foreach (var (member, a) in position)
        {
            for (var i = adjacency.Offset[member]; i < adjacency.Offset[member + 1]; i++)
            {
                var neighbor = adjacency.Neighbor[i];
                if (neighbor > member && position.TryGetValue(neighbor, out var b))
                {
                    var cohesion = adjacency.CutCost[i] / Math.Max(adjacency.SharedMeters[i], 0.01);
                    var far = Distance(centresMeters[member], centresMeters[neighbor]) / (adjacency.SharedMeters[i] + 20);
                    links.Add(new Link(a, b, Math.Pow(1.05 - cohesion, 1.5) * (0.3 + Math.Min(far, 8)) * (0.35 + random.NextDouble())));
                }
            }
        }

        return links;
    }

    private static void JoinPieces(int[] members, DisjointSets sets, (double X, double Y)[] centresMeters, List<Link> tree)
    {
        if (tree.Count == members.Length - 1)
        {
            return;
        }

        // Land in several pieces (islands) has no common edge: the nearest atoms are joined, and such an area is flagged as not contiguous.
        for (var piece = 1; piece < members.Length; piece++)
        {
            if (sets.Find(piece) != sets.Find(0))
            {
                var nearest = Enumerable.Range(0, members.Length).Where(other => sets.Find(other) == sets.Find(0))
                    .MinBy(other => Distance(centresMeters[members[other]], centresMeters[members[piece]]));
                sets.Join(nearest, piece);
                tree.Add(new Link(nearest, piece, double.MaxValue));
            }
        }
    }

    private static SpanningTree DepthFirst(int[] members, List<Link> tree, int root)
    {
        var ends = tree.SelectMany(link => new[] { link.A, link.B }).ToArray();
        var (offset, incident) = Buckets.Group(ends, members.Length);
        var (order, parent) = (new List<int>(members.Length), new int[members.Length]);
        var place = new int[members.Length];
        Array.Fill(place, -1);
        var open = new Stack<(int Node, int Parent)>([(root, -1)]);
        while (open.TryPop(out var next))
        {
            place[next.Node] = order.Count;
            parent[order.Count] = next.Parent;
            order.Add(next.Node);
            foreach (var end in incident.AsSpan(offset[next.Node]..offset[next.Node + 1]))
            {
                if (place[ends[end ^ 1]] < 0)
                {
                    open.Push((ends[end ^ 1], place[next.Node]));
                }
            }
        }

        return new SpanningTree([.. order.Select(node => members[node])], parent, SubtreeEnds(parent));
    }

    private static int[] SubtreeEnds(int[] parent)
    {
        var end = new int[parent.Length];
        for (var node = parent.Length - 1; node >= 0; node--)
        {
            end[node] = Math.Max(end[node], node + 1);
            if (node > 0)
            {
                end[parent[node]] = Math.Max(end[parent[node]], end[node]);
            }
        }

        return end;
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

    private static double Distance((double X, double Y) a, (double X, double Y) b) => double.Hypot(a.X - b.X, a.Y - b.Y);

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

    private readonly record struct Link(int A, int B, double Key);
}
