using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;

namespace GridMap.Core.Boundaries.Importing;

/// <summary>What an import comes to: what was found, and the operations of the editor that make the division of it with what each did, in their order.</summary>
public sealed record ImportedDivision(ImportReport Report, Outcome[] Outcomes);

/// <summary>
/// Makes a division of a file with gaps, overlaps, slivers and vertices that do not match. The land stays the mosaic of atoms it is: atoms go to the grid
/// that claims them, and are cut where a border of the file runs through them by more than the tolerance. The result can thus be nothing but a mosaic.
/// Areas are in square metres on the ellipsoid (<see cref="Ellipsoid"/>), lengths in metres.
/// </summary>
public static class DivisionImport
{
    private const double LeastCoveredShare = 0.5;

    /// <param name="division">A copy of its own: it is as the import leaves it afterwards.</param>
    /// <param name="sources">The records of the file.</param>
    public static Result<ImportedDivision> Run(
        Division division, IReadOnlyList<SourceArea> sources, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (options.ToleranceMeters is not (>= 0 and <= ImportOptions.MostToleranceMeters))
        {
            return ImportRefusals.ToleranceOutOfRange;
        }

        if (options.Grids.Count == 0)
        {
            return ImportRefusals.NothingToDivide;
        }

        if (sources.All(source => source.Shape.IsEmpty))
        {
            return ImportRefusals.NoPolygons;
        }

        var records = SourceDatums.ToWgs84(sources, options.Datum);
        return SourceTangle.FindRefusal(records, LatticePoint.From(division.ShapeOf(options.Grids.Min()).Coordinate), cancellationToken) is { } tangled
            ? tangled
            : new Running(division, records, options, progress, cancellationToken).Run();
    }

    private sealed class Running
    {
        private readonly Division _division;
        private readonly IReadOnlyList<SourceArea> _sources;
        private readonly ImportOptions _options;
        private readonly IProgress<ImportProgress>? _progress;
        private readonly CancellationToken _cancellationToken;
        private readonly DivisionRows _rows;
        private readonly Dictionary<int, int> _gridOf;
        private readonly List<Outcome> _outcomes = [];

        public Running(
            Division division, IReadOnlyList<SourceArea> sources, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
        {
            (_division, _sources, _options, _progress, _cancellationToken) = (division, sources, options, progress, cancellationToken);
            _rows = division.ToRows();
            _gridOf = _rows.Atoms.Where(atom => options.Grids.Contains(atom.Grid)).ToDictionary(atom => atom.Id, atom => atom.Grid);
        }

        public Result<ImportedDivision> Run()
        {
            Step(ImportStep.LayingOver, 0);
            var edges = _rows.Edges.Where(edge => Array.Exists([edge.Left, edge.Right], side => side is { } atom && _gridOf.ContainsKey(atom)));
            var overlay = Overlay.Of(edges, _gridOf.Keys.ToHashSet(), _sources);
            var (covered, whole) = Cover(overlay);
            var shift = DatumShift.Find([.. PairsByCode()]);
            if (covered < LeastCoveredShare * whole)
            {
                return shift is { IsGcj02: true } ? ImportRefusals.LiesInGcj02 : ImportRefusals.Elsewhere(covered / whole, LatticePoint.From(_sources.First(source => !source.Shape.IsEmpty).Shape.InteriorPoint.Coordinate).ToPosition());
            }

            Step(ImportStep.FindingDefects, 0);
            var slivers = RecordFaults.FindSlivers(_sources, _options.ToleranceMeters);
            var faults = RecordFaults.Find(_sources, slivers);
            var mismatches = VertexMismatches.Find(_sources, _options.ToleranceMeters).ToList();
            Step(ImportStep.FindingDefects, 0.5);
            var claims = new GridClaims(overlay, _sources, slivers, [.. _rows.Grids.Where(grid => _options.Grids.Contains(grid.Id))], atom => _gridOf[atom]);
            var shares = new LandShares(overlay, claims, _sources, _options.ToleranceMeters, atom => _gridOf[atom]);
            var cuts = Cut(new AtomFit(overlay, shares.ClaimOf, _options.ToleranceMeters), claims, out var claimOf);
            Step(ImportStep.Assigning, 0);
            var handOver = new HandOver(_division, claims, [.. _rows.Communities.Where(HasGridToDivide)], Do);
            handOver.Run(claimOf, _options.Grids, claim => RecordsOf(claims, claim));
            Step(ImportStep.Assigning, 1);
            ImportDefect[] defects = [.. shift is null ? [] : new[] { shift.Defect }, .. faults, .. shares.Defects, .. mismatches, .. cuts.Defects, .. handOver.Defects];
            return new ImportedDivision(
                new ImportReport(
                    _options.ToleranceMeters,
                    shift is { IsGcj02: true } ? SourceDatum.Gcj02 : null,
                    defects,
                    [.. claims.All.Select((claim, index) => Tell(claim, claims, index, handOver.Grids[index]))],
                    [.. handOver.Retired],
                    cuts.CutAtoms,
                    covered / whole,
                    whole,
                    _sources.Sum(source => Ellipsoid.AreaSquareMeters(source.Shape))),
                [.. _outcomes]);
        }

        private LandCuts Cut(AtomFit fit, GridClaims claims, out Dictionary<int, int> claimOf)
        {
            var cuts = new LandCuts(_division, Do);
            foreach (var (index, (atom, parts)) in fit.Parted.Index())
            {
                Step(ImportStep.Cutting, (double)index / fit.Parted.Count);
                cuts.Cut(atom, parts, claim => RecordsOf(claims, claim));
            }

            claimOf = fit.Whole.Concat(cuts.ClaimOf).ToDictionary();
            return cuts;
        }

        /// <summary>Does an operation and keeps what it did.</summary>
        private Result<Outcome> Do(Operation operation)
        {
            var outcome = _division.Apply(operation, BoundaryRules.None);
            if (!outcome.IsRefused)
            {
                _outcomes.Add(outcome.Value);
            }

            return outcome;
        }

        private static (double Covered, double Whole) Cover(Overlay overlay)
        {
            var (covered, whole) = (0.0, 0.0);
            for (var face = 0; face < overlay.FaceCount; face++)
            {
                whole += overlay.Atoms[face] == Overlay.NoAtom ? 0 : overlay.SquareMeters[face];
                covered += overlay.Atoms[face] == Overlay.NoAtom || overlay.Sources[face].Length == 0 ? 0 : overlay.SquareMeters[face];
            }

            return (covered, whole);
        }

        private IEnumerable<(NetTopologySuite.Geometries.Geometry Source, NetTopologySuite.Geometries.Geometry Grid)> PairsByCode()
        {
            var byCode = _rows.Grids.Where(grid => _options.Grids.Contains(grid.Id)).ToDictionary(grid => grid.Code, grid => grid.Id);
            return _sources.Where(source => !source.Shape.IsEmpty && source.Code is not null && byCode.ContainsKey(source.Code))
                .Select(source => ((NetTopologySuite.Geometries.Geometry)source.Shape, (NetTopologySuite.Geometries.Geometry)_division.ShapeOf(byCode[source.Code!])));
        }

        private bool HasGridToDivide(CommunityRow community) => Array.Exists(_rows.Grids, grid => grid.Community == community.Id && _options.Grids.Contains(grid.Id));

        private int[] RecordsOf(GridClaims claims, int claim) => claim < 0 ? [] : Array.ConvertAll(claims.All[claim].Sources, source => _sources[source].Record);

        private ImportedGrid Tell(GridClaim claim, GridClaims claims, int index, int? grid)
        {
            // What overlaps itself or is inside out has the area of the land it covers.
            var area = claim.Sources.All(source => _sources[source].Shape.IsValid)
                ? claim.Sources.Sum(source => Ellipsoid.AreaSquareMeters(_sources[source].Shape))
                : claim.SquareMeters;
            var row = grid is { } known && _division.HasGrid(known) ? _division.RowOf(known) : null;
            return new ImportedGrid(
                RecordsOf(claims, index),
                row?.Id,
                row?.Code ?? claim.Code,
                row?.Name ?? claim.Name,
                claim.Grid is null,
                area,
                row is null ? 0 : Ellipsoid.AreaSquareMeters(_division.ShapeOf(row.Id)));
        }

        private void Step(ImportStep step, double share)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _progress?.Report(new ImportProgress(step, share));
        }
    }
}
