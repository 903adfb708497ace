using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>On which side of a line each atom of a grid lies, by the faces that the line cuts the grid's land into.</summary>
internal sealed class LineSides
{
    private readonly MultiPolygon[] _faces;
    private readonly bool?[] _isLeft;

    /// <summary>The line is noded with the grid's border on paper only; nothing of the land changes.</summary>
    public LineSides(LandTable land, AreaTable areas, int grid, LatticePoint[] line)
    {
        var lines = new List<BoundaryLine> { new(line, Divider.Line) };
        foreach (var atom in areas.AtomsOf(grid).OrderBy(land.IdOf))
        {
            foreach (var edge in land.EdgesOf(atom))
            {
                if (land.OwnerAcross(edge, atom) != grid)
                {
                    lines.Add(new BoundaryLine(land.Edges[edge].Course, Divider.Line, IsExtent: true));
                }
            }
        }

        var (segments, count) = FaceTracer.Trace(SegmentNoder.Node(lines));
        _faces = AreaAssembly.Assemble(MosaicBuilder.Build(segments, count), [.. Enumerable.Range(0, count)], count);
        _isLeft = new bool?[count];
        foreach (var segment in segments.Where(segment => segment is { Left: >= 0, Right: >= 0 }))
        {
            var forward = RunsAlong(line, segment);
            _isLeft[segment.Left] ??= forward;
            _isLeft[segment.Right] ??= !forward;
        }
    }

    /// <summary>Whether the line parts the land at all.</summary>
    public bool Parts => Array.Exists(_isLeft, side => side is not null);

    /// <summary>True left of the line, false right of it, null where the line parts nothing (a piece of the grid that it does not cross).</summary>
    public bool? IsLeft(LatticePoint point)
    {
        var place = Lattice.Factory.CreatePoint(point.ToCoordinate());
        var face = Enumerable.Range(0, _faces.Length).Where(i => _faces[i].EnvelopeInternal.Contains(place.Coordinate)).DefaultIfEmpty(0).MinBy(i => _faces[i].Distance(place));
        return _isLeft[face];
    }

    private static bool RunsAlong(LatticePoint[] line, SidedSegment segment)
    {
        var middle = Segments.At(segment.From, segment.To, 0.5);
        var nearest = Enumerable.Range(1, line.Length - 1).MinBy(i => Segments.Nearest(line[i - 1], line[i], middle).Distance);
        var (a, b) = (line[nearest - 1], line[nearest]);
        var onward = ((double)b.X - a.X) * ((double)segment.To.X - segment.From.X) + ((double)b.Y - a.Y) * ((double)segment.To.Y - segment.From.Y);
        return onward > 0;
    }
}
