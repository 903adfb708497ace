using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>Cuts atoms along the borders of a file, part by part with the operation `cut`, and tells which claim each atom goes to then.</summary>
/// <param name="run">Does an operation on the division and keeps it.</param>
internal sealed class LandCuts(Division division, Func<Operation, Result<Outcome>> run)
{
    private const string AmidstCode = "LAND_WITHIN_ATOM";

    /// <summary>A metre: a line across ends as far outside.</summary>
    private const int Beyond = 90;

    /// <summary>The claim of each piece that was cut.</summary>
    public Dictionary<int, int> ClaimOf { get; } = [];

    public List<ImportDefect> Defects { get; } = [];

    public int CutAtoms { get; private set; }

    public void Cut(int atom, AtomParts parts, Func<int, int[]> recordsOf)
    {
        var pieces = new SortedSet<int> { atom };
        var cutOut = new HashSet<int>();
        var failures = new Dictionary<int, Refusal>();
        // A part amidst others may be reached once those have been cut.
        for (var before = -1; before != cutOut.Count;)
        {
            before = cutOut.Count;
            for (var part = parts.Claims.Length - 1; part > 0; part--)
            {
                if (!cutOut.Contains(part) && CutOut(pieces, parts.LinesAround(part, cutOut), part, failures))
                {
                    cutOut.Add(part);
                }
            }
        }

        foreach (var part in failures.Where(failure => !cutOut.Contains(failure.Key) && failure.Value.Code is AmidstCode or "CUT_TOUCHES_ONLY").Select(failure => failure.Key).Order().ToArray())
        {
            if (CutAcross(pieces, parts.Shapes[part], parts.LinesAround(part, cutOut).ToList()))
            {
                cutOut.Add(part);
            }
        }

        CutAtoms += pieces.Count > 1 ? 1 : 0;
        var misplaced = Give(pieces, parts);
        Defects.AddRange(failures.Where(failure => misplaced[failure.Key] >= LandShares.LeastSquareMeters)
            .Select(failure => Tell(parts, failure.Key, failure.Value, misplaced[failure.Key], recordsOf)));
    }

    /// <summary>Gives each piece to the claim that most of it is of; answers how much of each part goes elsewhere, in square metres.</summary>
    private double[] Give(SortedSet<int> pieces, AtomParts parts)
    {
        var misplaced = new double[parts.Shapes.Length];
        foreach (var piece in pieces)
        {
            var shape = division.ShapeOfAtom(piece);
            var common = Array.ConvertAll(
                parts.Shapes, part => Ellipsoid.AreaSquareMeters(OverlayNGRobust.Overlay(shape, part, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection)));
            var claim = parts.Claims[Array.IndexOf(common, common.Max())];
            ClaimOf.Add(piece, claim);
            for (var part = 0; part < common.Length; part++)
            {
                misplaced[part] += parts.Claims[part] == claim ? 0 : common[part];
            }
        }

        return misplaced;
    }

    private bool CutOut(SortedSet<int> pieces, IEnumerable<LatticePoint[]> lines, int part, Dictionary<int, Refusal> failures)
    {
        var isCut = true;
        foreach (var line in lines)
        {
            if (Run(pieces, line) is { } refusal)
            {
                (isCut, failures[part]) = (false, refusal);
            }
        }

        return isCut;
    }

    /// <summary>
    /// Around a part amidst an atom, or from its outline to a hole, nothing can be cut: the atom is cut across first, straight north through the part, and
    /// the lines in the stretches on both sides of that.
    /// </summary>
    private bool CutAcross(SortedSet<int> pieces, MultiPolygon shape, List<LatticePoint[]> lines)
    {
        var middle = LatticePoint.From(shape.InteriorPoint.Coordinate);
        var envelope = shape.EnvelopeInternal.Copy();
        pieces.ToList().ForEach(piece => envelope.ExpandToInclude(division.ShapeOfAtom(piece).EnvelopeInternal));
        LatticePoint[] across =
        [
            LatticePoint.From(new Coordinate(middle.ToCoordinate().X, envelope.MinY)) with { X = middle.X },
            LatticePoint.From(new Coordinate(middle.ToCoordinate().X, envelope.MaxY)) with { X = middle.X },
        ];
        across = [across[0] with { Y = across[0].Y - Beyond }, across[1] with { Y = across[1].Y + Beyond }];
        var halved = NearestTo(pieces, middle.ToCoordinate());
        return RunOn(pieces, halved, across) is null && lines.SelectMany(line => Meridian.Part(line, middle.X)).All(line => Run(pieces, line) is null);
    }

    private Refusal? Run(SortedSet<int> pieces, LatticePoint[] line) => line[0] == line[^1]
        ? BoundaryRefusals.At(
            line[0], AmidstCode, "This land lies amidst one atom, which cannot be cut around it: cut the atom across first.", "该地块位于一个基本单元内部，无法沿环线切割；请先将该单元切开。")
        : RunOn(pieces, NearestTo(pieces, MiddleOf(line)), line);

    private Refusal? RunOn(SortedSet<int> pieces, int piece, LatticePoint[] line)
    {
        var done = run(new Cut(piece, Array.ConvertAll(line, point => point.ToPosition())));
        if (!done.IsRefused)
        {
            pieces.RemoveWhere(piece => !division.HasAtom(piece));
            pieces.UnionWith(done.Value.TouchedAtoms.Where(division.HasAtom));
        }

        return done.Refusal;
    }

    private int NearestTo(SortedSet<int> pieces, Coordinate place) =>
        pieces.MinBy(piece => division.ShapeOfAtom(piece).Distance(Lattice.Factory.CreatePoint(place)));

    private static Coordinate MiddleOf(LatticePoint[] line)
    {
        var longest = Enumerable.Range(1, line.Length - 1).MaxBy(i => Ellipsoid.DistanceMeters(line[i - 1].ToCoordinate(), line[i].ToCoordinate()));
        var (a, b) = (line[longest - 1].ToCoordinate(), line[longest].ToCoordinate());
        return new Coordinate((a.X + b.X) / 2, (a.Y + b.Y) / 2);
    }

    private static ImportDefect Tell(AtomParts parts, int part, Refusal refusal, double squareMeters, Func<int, int[]> recordsOf) => new(ImportDefectKind.NotCut)
    {
        Records = recordsOf(parts.Claims[part]),
        SquareMeters = squareMeters,
        Place = refusal.Place ?? LatticePoint.From(parts.Shapes[part].InteriorPoint.Coordinate).ToPosition(),
        Shape = parts.Shapes[part],
        Detail = refusal.Code,
    };
}
