using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries;

/// <summary>Finds the faces of noded segments: what lies on the left and right of each, holes included, and which of it is inside the extent.</summary>
public static class FaceTracer
{
    /// <summary>
    /// Segments that divide two faces (or a face from outside), with faces numbered 0…FaceCount-1 in the order of their lowest point.
    /// A face is inside when an odd number of extent rings lies between it and the outside.
    /// </summary>
    public static (List<SidedSegment> Segments, int FaceCount) Trace(IReadOnlyList<NodedSegment> segments)
    {
        var graph = new HalfEdgeGraph(segments);
        var cycles = FaceCycle.TraceAll(graph);
        var faceOfCycle = FaceNesting.FaceOfCycles(graph, cycles);
        var inside = Inside(graph, cycles, faceOfCycle);
        return Number(graph, cycles, faceOfCycle, inside);
    }

    private static HashSet<int> Inside(HalfEdgeGraph graph, FaceCycles cycles, int[] faceOfCycle)
    {
        var (offset, halfEdges) = Buckets.Group(
            [.. cycles.OfHalfEdge.Select(cycle => faceOfCycle[cycle] + 1)], faceOfCycle.Length + 1);
        var inside = new HashSet<int>();
        var seen = new HashSet<int> { -1 };
        var open = new Queue<int>([-1]);
        while (open.TryDequeue(out var face))
        {
            foreach (var halfEdge in halfEdges.AsSpan(offset[face + 1]..offset[face + 2]))
            {
                var other = faceOfCycle[cycles.OfHalfEdge[halfEdge ^ 1]];
                if (!seen.Add(other))
                {
                    continue;
                }

                open.Enqueue(other);
                if (inside.Contains(face) != graph.Segments[halfEdge / 2].IsExtent)
                {
                    inside.Add(other);
                }
            }
        }

        return inside;
    }

    private static (List<SidedSegment> Segments, int FaceCount) Number(
        HalfEdgeGraph graph, FaceCycles cycles, int[] faceOfCycle, HashSet<int> inside)
    {
        var ordered = inside.OrderBy(face => cycles.Lowest[face]).ThenBy(face => face).ToArray();
        var number = new Dictionary<int, int>(ordered.Length);
        foreach (var face in ordered)
        {
            number.Add(face, number.Count);
        }

        var sided = new List<SidedSegment>(graph.Segments.Length);
        for (var i = 0; i < graph.Segments.Length; i++)
        {
            var left = number.GetValueOrDefault(faceOfCycle[cycles.OfHalfEdge[2 * i]], -1);
            var right = number.GetValueOrDefault(faceOfCycle[cycles.OfHalfEdge[2 * i + 1]], -1);
            var segment = graph.Segments[i];
            if (left != right)
            {
                sided.Add(new SidedSegment(segment.From, segment.To, left, right, segment.Divider));
            }
        }

        return (sided, ordered.Length);
    }
}
