using GridMap.Core.Boundaries;

namespace GridMap.Core.Areas;

/// <summary>
/// Grows noisy minimum spanning trees (Kruskal): neighbours that cohere (no divider between them, near, long common edge) are joined early,
/// so that subtrees are compact and end at dividers.
/// </summary>
internal static class SpanningTreeGrowth
{
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

    private static double Distance((double X, double Y) a, (double X, double Y) b) => double.Hypot(a.X - b.X, a.Y - b.Y);

    private readonly record struct Link(int A, int B, double Key);
}
