using GridMap.Core.Geography;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Boundaries.Editing.Cutting;

/// <summary>
/// Cuts one atom along a line. Where the line meets the border, an edge is parted there, on the lattice: both sides keep every coordinate
/// in common, and bend by less than a step. Everything is tested in exact integers before anything changes; faces are traced as when land
/// is first divided (<see cref="FaceTracer"/>).
/// </summary>
internal sealed class AtomCut
{
    private readonly LandTable _land;
    private readonly AreaTable _areas;
    private readonly int _atom;
    private readonly int _leastPiece;
    private readonly AtomBorder _border;

    public AtomCut(Edit edit, int atom)
    {
        (_land, _areas, _atom, _leastPiece) = (edit.Land, edit.Areas, atom, edit.LeastPiece);
        _border = new AtomBorder(_land, atom);
    }

    /// <summary>The change that cuts the atom; null where the line passes it by, or runs along its border only.</summary>
    public Result<LandChange?> Along(LatticePoint[] line)
    {
        var shape = DivisionShapes.OfAtom(_land, _atom);
        if (!shape.EnvelopeInternal.Intersects(EnvelopeOf(line)))
        {
            return (LandChange?)null;
        }

        var met = _border.Meet(line);
        if (met.Refusal is { } unfit)
        {
            return unfit;
        }

        var chains = Inside(met.Value, shape);
        if (chains.Refusal is { } ends)
        {
            return ends;
        }

        return chains.Value.Count == 0 ? (LandChange?)null : Cut(chains.Value);
    }

    /// <summary>Where a line that does not cut the atom meets its border first; null where it does not.</summary>
    public LatticePoint? FindTouch(LatticePoint[] line)
    {
        var met = _border.Meet(line);
        return met.IsRefused ? null : met.Value.Where(point => point.Hit is not null).Select(point => (LatticePoint?)point.Point).FirstOrDefault();
    }

    private static Envelope EnvelopeOf(LatticePoint[] line)
    {
        var envelope = new Envelope();
        foreach (var point in line)
        {
            envelope.ExpandToInclude(point.ToCoordinate());
        }

        return envelope;
    }

    /// <summary>The stretches of the line inside the atom, each from border to border.</summary>
    private static Result<List<(BorderHit From, LatticePoint[] Course, BorderHit To)>> Inside(
        List<(LatticePoint Point, BorderHit? Hit)> met, Polygon shape)
    {
        var rings = shape.InteriorRings.Prepend(shape.ExteriorRing).Select(ring => LatticePoint.From(ring.Coordinates)).ToArray();
        foreach (var end in new[] { met[0], met[^1] })
        {
            if (end.Hit is null && Locate(rings, end.Point) == Location.Interior)
            {
                return DrawnLine.EndsInside(end.Point);
            }
        }

        var chains = new List<(BorderHit From, LatticePoint[] Course, BorderHit To)>();
        var from = met.FindIndex(point => point.Hit is not null);
        for (var to = from + 1; from >= 0 && to < met.Count; to++)
        {
            if (met[to].Hit is not { } end)
            {
                continue;
            }

            LatticePoint[] course = [.. met[from..(to + 1)].Select(point => point.Point)];
            if (IsInside(rings, course))
            {
                chains.Add((met[from].Hit!.Value, course, end));
            }

            from = to;
        }

        return chains;
    }

    // A stretch from one point of the border straight to another may run along it: then its middle lies on it, but for rounding.
    private static bool IsInside(LatticePoint[][] rings, LatticePoint[] course)
    {
        var point = course.Length > 2 ? course[1] : Segments.At(course[0], course[1], 0.5);
        return Locate(rings, point) == Location.Interior
            && !Array.Exists(rings, ring => Pairs(ring).Any(piece => Segments.Nearest(piece.A, piece.B, point).Distance < 2));
    }

    private static Location Locate(LatticePoint[][] rings, LatticePoint point)
    {
        var within = 0;
        foreach (var ring in rings)
        {
            var location = Rings.Locate(ring, point);
            if (location == Location.Boundary)
            {
                return Location.Boundary;
            }

            within += location == Location.Interior ? 1 : 0;
        }

        return (within & 1) == 1 ? Location.Interior : Location.Exterior;
    }

    private Result<LandChange?> Cut(List<(BorderHit From, LatticePoint[] Course, BorderHit To)> chains)
    {
        var parting = new EdgeParting(_land, _border.Edges, chains.SelectMany(chain => new[] { chain.From, chain.To }));
        var courses = chains.ConvertAll(chain => chain.Course);
        if (FindClash(parting, courses) is { } clash)
        {
            return BoundaryRefusals.At(
                clash,
                "CUT_TOO_CLOSE",
                "The line comes too close to a border here; keep a metre off it, or follow it from corner to corner.",
                "该线在此处离边界太近；请至少离开一米，或沿折点画在边界上。");
        }

        var pieces = AtomPieces.Trace(parting, courses);
        if (pieces.Count < 2)
        {
            return (LandChange?)null;
        }

        // A stretch that parts nothing (it leads from the outline to a hole) leaves no edge: the border is not to be parted for it.
        var dividing = chains.Where((chain, i) => pieces.Parts(courses[i])).ToList();
        if (dividing.Count < chains.Count)
        {
            return Cut(dividing);
        }

        return pieces.FindFault(_leastPiece) is { } fault ? fault : new CutRows(_land, _areas, _atom).Make(parting, courses, pieces);
    }

    /// <summary>A place where a stretch of the line, or an edge bent by it, would cross or touch what it should not.</summary>
    private LatticePoint? FindClash(EdgeParting parting, List<LatticePoint[]> chains)
    {
        var border = parting.Parts.SelectMany(part => Pairs(part.Course)).ToList();
        var inner = chains.SelectMany(Pairs).ToList();
        for (var i = 0; i < inner.Count; i++)
        {
            foreach (var other in border.Concat(inner.Skip(i + 1)))
            {
                if (Segments.Clash(inner[i].A, inner[i].B, other.A, other.B))
                {
                    return inner[i].A;
                }
            }
        }

        var bent = parting.Parts.Where(part => part.IsBent).ToList();
        var beside = bent.Select(part => _land.Across(part.Edge, _atom)).Where(atom => atom >= 0).Distinct()
            .SelectMany(atom => _land.EdgesOf(atom).ToArray()).Except(_border.Edges).SelectMany(edge => Pairs(_land.Edges[edge].Course)).Concat(border).ToList();
        foreach (var piece in bent.SelectMany(part => Pairs(part.Course)))
        {
            if (beside.Exists(other => other != piece && Segments.Clash(piece.A, piece.B, other.A, other.B)))
            {
                return piece.A;
            }
        }

        return null;
    }

    private static IEnumerable<(LatticePoint A, LatticePoint B)> Pairs(LatticePoint[] course)
    {
        for (var i = 1; i < course.Length; i++)
        {
            yield return (course[i - 1], course[i]);
        }
    }
}
