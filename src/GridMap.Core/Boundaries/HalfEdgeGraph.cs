using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries;

/// <summary>
/// Noded segments as half-edges: half-edge 2s runs along segment s, 2s+1 against it. Around every node the half-edges that leave it are
/// sorted counter-clockwise by exact integer orientation. Segments that end in nothing are dropped first: they bound no face.
/// </summary>
public sealed class HalfEdgeGraph
{
    private readonly int[] _origin;
    private readonly int[] _offset;
    private readonly int[] _leaving;
    private readonly int[] _slot;

    public HalfEdgeGraph(IReadOnlyList<NodedSegment> segments)
    {
        (Nodes, var ends) = Number(segments);
        var kept = KeepUndangling(ends, Nodes.Length);
        Segments = [.. kept.Select(index => segments[index])];
        _origin = [.. kept.SelectMany(index => new[] { ends[2 * index], ends[2 * index + 1] })];
        (_offset, _leaving) = Buckets.Group(_origin, Nodes.Length);
        _slot = new int[_origin.Length];
        SortAroundNodes();
    }

    public LatticePoint[] Nodes { get; }

    public NodedSegment[] Segments { get; }

    public int HalfEdgeCount => _origin.Length;

    public int Origin(int halfEdge) => _origin[halfEdge];

    /// <summary>The half-edge that follows along the face on the left.</summary>
    public int Next(int halfEdge)
    {
        var twin = halfEdge ^ 1;
        var node = _origin[twin];
        var slot = _slot[twin];
        return _leaving[slot == _offset[node] ? _offset[node + 1] - 1 : slot - 1];
    }

    private static (LatticePoint[] Nodes, int[] Ends) Number(IReadOnlyList<NodedSegment> segments)
    {
        var numbers = new Dictionary<LatticePoint, int>(segments.Count);
        var nodes = new List<LatticePoint>(segments.Count);
        var ends = new int[segments.Count * 2];
        for (var i = 0; i < ends.Length; i++)
        {
            var point = (i & 1) == 0 ? segments[i / 2].From : segments[i / 2].To;
            if (numbers.TryAdd(point, nodes.Count))
            {
                nodes.Add(point);
            }

            ends[i] = numbers[point];
        }

        return ([.. nodes], ends);
    }

    private static List<int> KeepUndangling(int[] ends, int nodeCount)
    {
        var (offset, leaving) = Buckets.Group(ends, nodeCount);
        var degree = new int[nodeCount];
        var dropped = new bool[ends.Length / 2];
        var loose = new Stack<int>();
        for (var node = 0; node < nodeCount; node++)
        {
            degree[node] = offset[node + 1] - offset[node];
            if (degree[node] == 1)
            {
                loose.Push(node);
            }
        }

        while (loose.TryPop(out var node))
        {
            foreach (var halfEdge in leaving.AsSpan(offset[node]..offset[node + 1]))
            {
                var other = ends[halfEdge ^ 1];
                if (!dropped[halfEdge / 2] && (dropped[halfEdge / 2] = true) && --degree[other] == 1)
                {
                    loose.Push(other);
                }
            }
        }

        return [.. Enumerable.Range(0, dropped.Length).Where(segment => !dropped[segment])];
    }

    private void SortAroundNodes()
    {
        for (var node = 0; node < Nodes.Length; node++)
        {
            var around = _leaving.AsSpan(_offset[node]..(_offset[node + 1]));
            around.Sort((a, b) => Directions.Compare(Nodes[node], Nodes[_origin[a ^ 1]], Nodes[_origin[b ^ 1]]));
            for (var i = 0; i < around.Length; i++)
            {
                _slot[around[i]] = _offset[node] + i;
            }
        }
    }
}
