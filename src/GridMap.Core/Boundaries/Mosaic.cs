using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries;

/// <summary>
/// Land divided into atoms, every edge stored once with the atom on its left and right, in flat arrays.
/// Edge e runs from node EdgeStart[e] to EdgeEnd[e] through Course(e), both ends included; -1 as an atom is outside.
/// </summary>
public sealed class Mosaic
{
    public Mosaic(LatticePoint[] nodes, MosaicEdge[] edges, int atomCount)
    {
        Nodes = nodes;
        Edges = edges;
        AtomCount = atomCount;
    }

    public LatticePoint[] Nodes { get; }

    public MosaicEdge[] Edges { get; }

    public int AtomCount { get; }

    /// <summary>Cuts lines into a mosaic of the faces inside the extent rings among them.</summary>
    public static Mosaic FromLines(IReadOnlyList<BoundaryLine> lines)
    {
        var (segments, faceCount) = FaceTracer.Trace(SegmentNoder.Node(lines));
        return MosaicBuilder.Build(segments, faceCount);
    }

    /// <summary>The mosaic in which every atom has become part of <paramref name="atomOfAtom"/>; edges inside a merged atom vanish.</summary>
    public Mosaic Merge(int[] atomOfAtom, int atomCount)
    {
        var segments = new List<SidedSegment>();
        foreach (var edge in Edges)
        {
            var left = edge.Left < 0 ? -1 : atomOfAtom[edge.Left];
            var right = edge.Right < 0 ? -1 : atomOfAtom[edge.Right];
            for (var i = 1; i < edge.Course.Length && left != right; i++)
            {
                segments.Add(new SidedSegment(edge.Course[i - 1], edge.Course[i], left, right, edge.Divider));
            }
        }

        return MosaicBuilder.Build(segments, atomCount);
    }

    /// <summary>The edges as lines again, so that further lines can be cut in.</summary>
    public IEnumerable<BoundaryLine> ToLines() =>
        Edges.Select(edge => new BoundaryLine(edge.Course, edge.Divider, edge.Left < 0 || edge.Right < 0));
}

/// <summary>One edge: its end nodes, the atoms on its sides, what it runs along, and its course.</summary>
public sealed record MosaicEdge(int Start, int End, int Left, int Right, Divider Divider, LatticePoint[] Course);
