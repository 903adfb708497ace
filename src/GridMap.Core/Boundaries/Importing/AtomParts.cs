using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>The parts that one atom should fall into, numbered from the largest, each with its claim and shape, and the borders between them.</summary>
internal sealed class AtomParts
{
    private readonly Mosaic _mosaic;

    /// <param name="around">The borders in and around the atom, with the pieces beside them (-1: not of this atom).</param>
    public AtomParts(
        IReadOnlyList<(SidedSegment Segment, double Meters)> around, Func<int, double> squareMetersOf, Func<int, int> claimOf, double tolerance)
    {
        var pieces = around.SelectMany(one => new[] { one.Segment.Left, one.Segment.Right }).Where(piece => piece >= 0).Distinct().Order().ToArray();
        var slot = pieces.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var parts = new PartMerge(
            [.. around.Select(one => (SlotOf(one.Segment.Left), SlotOf(one.Segment.Right), one.Meters))],
            Array.ConvertAll(pieces, piece => squareMetersOf(piece)),
            Array.ConvertAll(pieces, piece => claimOf(piece)));
        parts.MergeThin(tolerance);
        var number = parts.Roots.OrderByDescending(root => parts.SquareMeters[root]).ThenBy(root => root).Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        Claims = [.. number.OrderBy(pair => pair.Value).Select(pair => parts.Claims[pair.Key])];
        _mosaic = MosaicBuilder.Build(
            [.. around.Select(one => one.Segment with { Left = NumberOf(one.Segment.Left), Right = NumberOf(one.Segment.Right) }).Where(segment => segment.Left != segment.Right)],
            number.Count);
        Shapes = AreaAssembly.Assemble(_mosaic, [.. Enumerable.Range(0, number.Count)], number.Count);

        int SlotOf(int piece) => piece < 0 ? -1 : slot[piece];

        int NumberOf(int piece) => piece < 0 ? -1 : number[parts.RootOf(slot[piece])];
    }

    public int[] Claims { get; }

    public MultiPolygon[] Shapes { get; }

    /// <summary>
    /// The lines along which a part has to be cut out of what is left of the atom: from border to border, where the parts that have been cut out count
    /// as beyond the border. A part that lies amidst another gives a closed line, along which nothing can be cut.
    /// </summary>
    public IEnumerable<LatticePoint[]> LinesAround(int part, IReadOnlySet<int> cutOut)
    {
        bool IsBeyond(int side) => side < 0 || cutOut.Contains(side);
        var border = _mosaic.Edges.Where(edge => IsBeyond(edge.Left) || IsBeyond(edge.Right)).SelectMany(edge => new[] { edge.Start, edge.End }).ToHashSet();
        var inner = _mosaic.Edges.Where(edge => (edge.Left == part && !IsBeyond(edge.Right)) || (edge.Right == part && !IsBeyond(edge.Left)))
            .Select(edge => (edge.Start, edge.End, edge.Course)).ToList();
        while (inner.Count > 0)
        {
            var line = inner[^1];
            inner.RemoveAt(inner.Count - 1);
            while (!border.Contains(line.End) && inner.FindIndex(edge => edge.Start == line.End || edge.End == line.End) is var next and >= 0)
            {
                line = Join(line, inner, next);
            }

            line = (line.End, line.Start, [.. line.Course.Reverse()]);
            while (!border.Contains(line.End) && inner.FindIndex(edge => edge.Start == line.End || edge.End == line.End) is var next and >= 0)
            {
                line = Join(line, inner, next);
            }

            yield return line.Course;
        }
    }

    private static (int Start, int End, LatticePoint[] Course) Join(
        (int Start, int End, LatticePoint[] Course) line, List<(int Start, int End, LatticePoint[] Course)> rest, int next)
    {
        var edge = rest[next];
        rest.RemoveAt(next);
        return edge.Start == line.End
            ? (line.Start, edge.End, [.. line.Course, .. edge.Course.Skip(1)])
            : (line.Start, edge.Start, [.. line.Course, .. edge.Course.Reverse().Skip(1)]);
    }
}
