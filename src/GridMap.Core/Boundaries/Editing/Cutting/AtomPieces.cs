using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>What an atom falls into: numbered pieces, and which of them lies on each side of every part of its border and every stretch of the line.</summary>
internal sealed class AtomPieces
{
    private readonly Dictionary<(LatticePoint From, LatticePoint To), (int Left, int Right)> _sides = [];
    private readonly MultiPolygon[] _shapes;

    private AtomPieces(List<SidedSegment> segments, int count)
    {
        foreach (var segment in segments)
        {
            _sides[(segment.From, segment.To)] = (segment.Left, segment.Right);
            _sides[(segment.To, segment.From)] = (segment.Right, segment.Left);
        }

        Count = count;
        var mosaic = MosaicBuilder.Build(segments, count);
        _shapes = AreaAssembly.Assemble(mosaic, [.. Enumerable.Range(0, count)], count);
        Labels = Array.ConvertAll(_shapes, shape => LatticePoint.From(shape.InteriorPoint.Coordinate));
    }

    public int Count { get; }

    public LatticePoint[] Labels { get; }

    public static AtomPieces Trace(EdgeParting parting, List<LatticePoint[]> chains)
    {
        var segments = new List<NodedSegment>();
        foreach (var part in parting.Parts)
        {
            Add(segments, part.Course, isExtent: true);
        }

        chains.ForEach(chain => Add(segments, chain, isExtent: false));
        var (sided, count) = FaceTracer.Trace(segments);
        return new AtomPieces(sided, count);
    }

    /// <summary>Whether a stretch of the line has different pieces on its sides.</summary>
    public bool Parts(LatticePoint[] chain) => _sides.ContainsKey((chain[0], chain[1]));

    /// <summary>The pieces on the left and right of a course; -1 is not this atom.</summary>
    public (int Left, int Right) SidesOf(LatticePoint[] course) => _sides[(course[0], course[1])];

    /// <summary>Why the pieces may not be: one is a sliver, or is joined in a corner only.</summary>
    /// <param name="least">In square metres.</param>
    public Refusal? FindFault(int least)
    {
        for (var piece = 0; piece < Count; piece++)
        {
            var place = Labels[piece];
            if (Ellipsoid.AreaSquareMeters(_shapes[piece]) < least)
            {
                return BoundaryRefusals.At(
                    place, "CUT_LEAVES_SLIVER", $"The cut leaves a sliver of less than {least} m² here; move the line off it.", $"切割会在此处留下不足 {least} 平方米的碎片；请移动该线。");
            }

            if (_shapes[piece].Count != 1)
            {
                return BoundaryRefusals.At(
                    place, "CUT_TOUCHES_CORNER", "The cut leaves land that hangs together in a corner only; move the line off the corner.", "切割后的地块仅以一角相连；请将线移离该角。");
            }
        }

        return null;
    }

    /// <summary>The piece that a point lies in, or the nearest.</summary>
    public int Find(LatticePoint point)
    {
        var place = Lattice.Factory.CreatePoint(point.ToCoordinate());
        return Enumerable.Range(0, Count).MinBy(piece => _shapes[piece].Distance(place));
    }

    private static void Add(List<NodedSegment> segments, LatticePoint[] course, bool isExtent)
    {
        for (var i = 1; i < course.Length; i++)
        {
            segments.Add(new NodedSegment(course[i - 1], course[i], Divider.Line, isExtent));
        }
    }
}
