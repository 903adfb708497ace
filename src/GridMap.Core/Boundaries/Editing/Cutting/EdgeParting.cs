using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>A part of an edge of the border, from node to node; a whole edge is its only part.</summary>
internal sealed record EdgePart(int Edge, bool IsWhole, bool IsBent, int Start, int End, LatticePoint[] Course);

/// <summary>The border of an atom with its edges parted where a line meets them, and the nodes that this makes.</summary>
internal sealed class EdgeParting
{
    private readonly Dictionary<LatticePoint, int> _nodeAt = [];

    public EdgeParting(LandTable land, IReadOnlyList<int> edges, IEnumerable<BorderHit> hits)
    {
        var hitsOf = hits.Distinct().ToLookup(hit => hit.Edge);
        var next = land.NextLocalNode;
        foreach (var edge in edges)
        {
            _nodeAt.TryAdd(land.Edges[edge].Course[0], land.Edges[edge].Start);
            _nodeAt.TryAdd(land.Edges[edge].Course[^1], land.Edges[edge].End);
        }

        foreach (var edge in edges)
        {
            var (course, at) = Insert(land.Edges[edge].Course, [.. hitsOf[edge]]);
            foreach (var point in at.Select(i => course[i]).Where(point => !_nodeAt.ContainsKey(point)))
            {
                _nodeAt.Add(point, next);
                NewNodes.Add(new NodeRow(next--, point));
            }

            Part(land, edge, course, at);
        }
    }

    public List<EdgePart> Parts { get; } = [];

    public List<NodeRow> NewNodes { get; } = [];

    public int NodeAt(LatticePoint point) => _nodeAt[point];

    /// <summary>A course with the hits between its points put in, and the positions, ends excepted, at which it is met.</summary>
    private static (LatticePoint[] Course, int[] At) Insert(LatticePoint[] course, BorderHit[] hits)
    {
        var points = new List<LatticePoint>(course.Length + hits.Length);
        var at = new List<int>();
        for (var i = 0; i < course.Length; i++)
        {
            var start = i == 0 ? course[0] : course[i - 1];
            foreach (var hit in hits.Where(hit => !hit.IsVertex && hit.Before == i).OrderBy(hit => Segments.Distance(start, hit.Point)))
            {
                at.Add(points.Count);
                points.Add(hit.Point);
            }

            if (i > 0 && i < course.Length - 1 && Array.Exists(hits, hit => hit.IsVertex && hit.Before == i))
            {
                at.Add(points.Count);
            }

            points.Add(course[i]);
        }

        return ([.. points], [.. at]);
    }

    private void Part(LandTable land, int edge, LatticePoint[] course, int[] at)
    {
        var whole = land.Edges[edge];
        var from = 0;
        foreach (var to in at.Append(course.Length - 1))
        {
            Parts.Add(new EdgePart(
                edge,
                at.Length == 0,
                course.Length > whole.Course.Length,
                from == 0 ? whole.Start : _nodeAt[course[from]],
                to == course.Length - 1 ? whole.End : _nodeAt[course[to]],
                course[from..(to + 1)]));
            from = to;
        }
    }
}
