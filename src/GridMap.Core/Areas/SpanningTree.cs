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
    private const int Shortlist = 6;

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
        var below = SumBelow(households);
        var mean = Math.Max(1.0, below[0]) / parts;
        return Enumerable.Range(1, _members.Length - 1)
            .Select(node => Weigh(node, below[node], below[0], parts, mean, allowsParts))
            .Where(cut => cut.Parts > 0)
            .OrderBy(cut => Math.Max(cut.Deviation, tolerance)).ThenBy(cut => -Math.Min(cut.Parts, parts - cut.Parts)).ThenBy(cut => cut.Node)
            .Take(Shortlist)
            .Select(cut => Score(adjacency, cut.Node, cut.Parts, parts, cut.Deviation, tolerance))
            .MinBy(cut => cut.Score);
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
                    links.Add(new Link(a, b, (1.05 - cohesion) * (0.3 + Math.Min(far, 8)) * (0.35 + random.NextDouble())));
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

    private static (int Node, int Parts, double Deviation) Weigh(
        int node, long below, long total, int parts, double mean, Func<int, bool> allowsParts)
    {
        var ideal = Math.Clamp((int)Math.Round(below / mean), 1, parts - 1);
        var chosen = Enumerable.Range(0, parts)
            .SelectMany(step => new[] { ideal - step, ideal + step })
            .FirstOrDefault(count => count >= 1 && count < parts && allowsParts(count) && allowsParts(parts - count));
        var deviation = chosen == 0 ? 0 : Math.Max(
            Math.Abs(below / (double)chosen - mean), Math.Abs((total - below) / (double)(parts - chosen) - mean)) / mean;
        return (node, chosen, deviation);
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => double.Hypot(a.X - b.X, a.Y - b.Y);

    private long[] SumBelow(int[] households)
    {
        var below = Array.ConvertAll(_members, member => (long)households[member]);
        for (var node = below.Length - 1; node > 0; node--)
        {
            below[_parent[node]] += below[node];
        }

        return below;
    }

    private TreeCut Score(Adjacency adjacency, int node, int partsBelow, int parts, double deviation, double tolerance)
    {
        var below = _members[node.._subtreeEnd[node]];
        var inside = below.ToHashSet();
        var all = _members.ToHashSet();
        var cost = 0.0;
        foreach (var member in below)
        {
            for (var i = adjacency.Offset[member]; i < adjacency.Offset[member + 1]; i++)
            {
                cost += all.Contains(adjacency.Neighbor[i]) && !inside.Contains(adjacency.Neighbor[i]) ? adjacency.CutCost[i] : 0;
            }
        }

        var excess = Math.Max(0, deviation - tolerance);
        return new TreeCut(below, partsBelow, (cost + 60) / Math.Sqrt(Math.Min(partsBelow, parts - partsBelow)) * (1 + 25 * excess));
    }

    private readonly record struct Link(int A, int B, double Key);
}
