using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Boundaries.Importing;
using GridMap.Core.Geography;
using GridMap.Core.Tests.Boundaries.Editing;
using NetTopologySuite.Geometries;

namespace GridMap.Core.Tests.Boundaries.Importing;

/// <summary>On a chessboard of six by four atoms with sides of 10 000 steps (some 85 × 111 m), whose columns are the grids 1 to 6.</summary>
public sealed class DivisionImportTests
{
    private readonly Division _division = TestDivision.Columns();
    private readonly DamagedDivision _file;
    private readonly DivisionInvariants _invariants;

    public DivisionImportTests() => (_file, _invariants) = (new DamagedDivision(_division), new DivisionInvariants(_division));

    [Fact]
    public void A_file_of_the_division_as_it_is_changes_nothing()
    {
        var (report, outcomes) = Import();
        Assert.Empty(report.Defects);
        Assert.Empty(outcomes);
        Assert.Equal(1, report.CoveredShare, 9);
        Assert.All(report.Grids, grid => Assert.Equal(0, grid.DifferenceSquareMeters));
    }

    [Fact]
    public void Every_planted_defect_is_told_with_its_area_and_place()
    {
        var gap = DamagedDivision.Box(9_000, 12_000, 10_000, 18_000);
        _file.CutAway(1, gap);
        var overlap = DamagedDivision.Box(29_000, 21_000, 30_000, 29_000);
        _file.Stretch(4, overlap);
        var sliver = DamagedDivision.Box(42_000, 5_000, 42_030, 9_000);
        _file.Add(null, sliver);
        var outside = DamagedDivision.Box(60_000, 1_000, 61_500, 9_000);
        _file.Stretch(6, outside);
        var (report, _) = Import();
        AssertTold(report, ImportDefectKind.Gap, gap, []);
        AssertTold(report, ImportDefectKind.Overlap, overlap, [3, 4]);
        AssertTold(report, ImportDefectKind.Sliver, sliver, [7]);
        AssertTold(report, ImportDefectKind.Outside, outside, [6]);
        Assert.Equal(2, Of(report, ImportDefectKind.Overlap).Length);
    }

    [Fact]
    public void A_shifted_vertex_is_told_with_its_distance_and_mended()
    {
        var corner = RandomLand.At(20_000, 20_000).ToCoordinate();
        var meters = _file.Shift(2, corner, -60 / Lattice.StepsPerDegree, 0);
        var (report, outcomes) = Import();
        var told = Of(report, ImportDefectKind.MismatchedVertex);
        Assert.Contains(told, defect => defect.Records.SequenceEqual([2, 3]) && Math.Abs(defect.Meters!.Value - meters) < 0.02);
        Assert.All(Of(report, ImportDefectKind.Gap), defect => Assert.True(defect.IsWithinTolerance));
        Assert.Empty(outcomes);
    }

    [Fact]
    public void Land_within_the_tolerance_goes_with_what_lies_beside_it()
    {
        _file.CutAway(1, DamagedDivision.Box(9_950, 0, 10_000, 40_000));
        _file.Stretch(4, DamagedDivision.Box(29_960, 0, 30_000, 40_000));
        var (report, outcomes) = Import();
        Assert.Equal(
            [(ImportDefectKind.Gap, 1, 0), (ImportDefectKind.Overlap, 1, 0), (ImportDefectKind.MismatchedVertex, 12, 0)],
            [.. report.Totals.Select(total => (total.Kind, total.Count, total.BeyondTolerance))]);
        Assert.Empty(outcomes);
        Assert.InRange(report.Grids[0].DifferenceSquareMeters, 180, 200);
    }

    [Fact]
    public void Borders_through_atoms_cut_the_land_and_areas_are_as_told()
    {
        var piece = DamagedDivision.Polygon((20_000, 0), (27_000, 0), (24_000, 23_000), (20_000, 31_000));
        _file.CutAway(3, piece);
        _file.Stretch(2, piece);
        var (report, outcomes) = Import();
        Assert.Equal(4, report.CutAtoms);
        Assert.Empty(report.Defects);
        Assert.All(report.Grids, grid => Assert.InRange(grid.DifferenceSquareMeters, -1, 1));
        Assert.Equal(5, outcomes.Length);
    }

    [Fact]
    public void Three_grids_may_meet_within_an_atom()
    {
        var (west, east) = (DamagedDivision.Polygon((23_000, 10_000), (25_000, 15_000), (20_000, 15_000), (20_000, 10_000)),
            DamagedDivision.Polygon((23_000, 10_000), (30_000, 10_000), (30_000, 15_000), (25_000, 15_000)));
        foreach (var piece in new[] { west, east })
        {
            _file.CutAway(3, piece);
        }

        _file.Stretch(2, west);
        _file.Stretch(4, east);
        var (report, _) = Import();
        Assert.Empty(report.Defects);
        Assert.Equal(1, report.CutAtoms);
        Assert.All(report.Grids, grid => Assert.InRange(grid.DifferenceSquareMeters, -1, 1));
    }

    [Fact]
    public void A_division_of_its_own_makes_grids_anew_and_retires_others()
    {
        var rows = Enumerable.Range(0, 4).Select(row => new SourceArea(
            row + 1, null, $"第{row}排", null, DamagedDivision.Many(DamagedDivision.Box(0, row * 10_000, 60_000, (row + 1) * 10_000)))).ToList();
        var (report, _) = Import(rows);
        Assert.Equal(4, _division.GridCount);
        Assert.Equal(6, report.Retired.Length);
        Assert.All(report.Grids, grid => Assert.True(grid.IsNew && Math.Abs(grid.DifferenceSquareMeters) < 0.01));
        Assert.Equal(["第0排", "第1排", "第2排", "第3排"], report.Grids.Select(grid => grid.Name));
        Assert.Equal(4, Of(report, ImportDefectKind.MissingCode).Length);
    }

    [Fact]
    public void Grids_may_change_places()
    {
        var (first, second) = (_file[1], _file[4]);
        _file.Replace(1, source => source with { Shape = second.Shape });
        _file.Replace(4, source => source with { Shape = first.Shape });
        var (report, _) = Import();
        Assert.Empty(report.Defects);
        Assert.Equal(second.Shape.Area, _division.ShapeOf(1).Area, 12);
        Assert.True(second.Shape.Covers(_division.ShapeOf(1)));
    }

    [Fact]
    public void Codes_and_names_are_given_and_what_does_not_fit_is_told()
    {
        _file.Replace(1, source => source with { Code = "110106001001099", Name = "新名" });
        _file.Replace(2, source => source with { Code = "不是编码" });
        _file.Replace(3, source => source with { Name = new string('长', 61) });
        var (report, _) = Import();
        Assert.Equal(("110106001001099", "新名"), (_division.RowOf(1).Code, _division.RowOf(1).Name));
        Assert.Equal("不是编码", Assert.Single(Of(report, ImportDefectKind.UnfitCode)).Detail);
        Assert.Equal([3], Assert.Single(Of(report, ImportDefectKind.UnfitName)).Records);
    }

    [Fact]
    public void Faulty_records_are_told_and_do_no_harm()
    {
        _file.Add("110106001001001", DamagedDivision.Box(0, 0, 5_000, 5_000));
        _file.Add("x", Lattice.Factory.CreateMultiPolygon());
        _file.Replace(6, source => source with
        {
            Shape = DamagedDivision.Many(DamagedDivision.Polygon((50_000, 0), (60_000, 0), (60_000, 40_000), (50_000, 40_000), (60_000, 20_000))),
        });
        var (report, _) = Import();
        Assert.Equal([1, 7], Assert.Single(Of(report, ImportDefectKind.DuplicateCode)).Records);
        Assert.Equal([8], Assert.Single(Of(report, ImportDefectKind.Empty)).Records);
        Assert.Equal([6], Assert.Single(Of(report, ImportDefectKind.SelfCrossing)).Records);
        Assert.Equal([1, 7], Of(report, ImportDefectKind.Overlap).Single(defect => defect.Records.Contains(7)).Records);
    }

    [Fact]
    public void Land_amidst_an_atom_becomes_a_grid_of_its_own()
    {
        var island = DamagedDivision.Box(33_000, 13_000, 36_000, 17_000);
        _file.CutAway(4, island);
        _file.Add("110106001001050", island);
        var (report, _) = Import();
        Assert.Empty(report.Defects);
        Assert.Equal("110106001001050", report.Grids[6].Code);
        Assert.All(report.Grids, grid => Assert.InRange(grid.DifferenceSquareMeters, -1, 1));
    }

    [Fact]
    public void What_cannot_be_cut_is_told_and_stays_with_its_atom()
    {
        var piece = DamagedDivision.Polygon([(30_000, 10_000), .. Enumerable.Range(0, 2_500).Select(i => (34_000 + i % 2 * 40, 10_000 + i * 4)), (30_000, 20_000)]);
        _file.CutAway(4, piece);
        _file.Stretch(3, piece);
        var (report, outcomes) = Import();
        var told = Assert.Single(Of(report, ImportDefectKind.NotCut));
        Assert.Equal("LINE_TOO_LONG", told.Detail);
        Assert.Empty(outcomes);
        Assert.InRange(report.Grids[3].DifferenceSquareMeters / told.SquareMeters!.Value, 0.999, 1.001);
    }

    [Fact]
    public void A_file_shifted_as_a_whole_is_told_so()
    {
        foreach (var record in Enumerable.Range(1, 6))
        {
            _file.Replace(record, source => source with { Shape = (MultiPolygon)Moved(source.Shape, 3_000, -2_000) });
        }

        var (report, _) = Import();
        Assert.Equal("26 m E, -22 m N", Assert.Single(Of(report, ImportDefectKind.Shifted)).Detail);
    }

    [Fact]
    public void A_file_in_GCJ_02_is_told_so_and_by_that_datum_changes_nothing()
    {
        foreach (var record in Enumerable.Range(1, 6))
        {
            _file.Replace(record, source => source with { Shape = InGcj02(source.Shape) });
        }

        Assert.Equal("IMPORT_GCJ02", Refusal(_file.Records));
        var imported = DivisionImport.Run(_division, _file.Records, All(1) with { Datum = SourceDatum.Gcj02 }, null, default).Value;
        Assert.Null(imported.Report.SuggestedDatum);
        Assert.Empty(imported.Outcomes);
        Assert.Equal(1, imported.Report.CoveredShare, 3);
        Assert.All(imported.Report.Grids, grid => Assert.InRange(grid.DifferenceSquareMeters, -10, 10));
        Assert.All(imported.Report.Defects, defect => Assert.InRange(defect.Meters ?? 0, 0, 0.05));
    }

    [Fact]
    public void What_is_no_division_of_the_land_is_refused()
    {
        Assert.Equal("IMPORT_EMPTY", Refusal([]));
        Assert.Equal("IMPORT_EMPTY", Refusal([_file[1] with { Shape = Lattice.Factory.CreateMultiPolygon() }]));
        Assert.Equal("IMPORT_ELSEWHERE", Refusal([_file[1]]));
        Assert.Equal("IMPORT_FAR_AWAY", Refusal([.. _file.Records, _file[1] with { Shape = (MultiPolygon)Moved(_file[1].Shape, 11_000_000, 0) }]));
        Assert.Equal("IMPORT_TANGLED", Refusal([_file[1] with { Shape = DamagedDivision.Many(Star(4_001)) }]));
        Assert.Equal("TOLERANCE_OUT_OF_RANGE", Refusal(_file.Records, double.NaN));
        Assert.Equal("TOLERANCE_OUT_OF_RANGE", Refusal(_file.Records, 51));
        Assert.Equal("IMPORT_NO_LAND", DivisionImport.Run(_division, _file.Records, new ImportOptions(1, new HashSet<int>()), null, default).Refusal?.Code);
    }

    [Fact]
    public void A_cancelled_import_ends()
    {
        using var cancelled = new CancellationTokenSource();
        var progress = new Cancelling(cancelled);
        Assert.Throws<OperationCanceledException>(() => DivisionImport.Run(_division, _file.Records, All(1), progress, cancelled.Token));
    }

    /// <summary>A star in which every stroke crosses nearly every other.</summary>
    private static Polygon Star(int points) => DamagedDivision.Polygon([.. Enumerable.Range(0, points).Select(i => Math.SinCos(2 * Math.PI * i * (points / 2) / points))
        .Select(at => ((int)(at.Sin * 20_000), (int)(at.Cos * 20_000)))]);

    private static Geometry Moved(Geometry shape, int east, int north)
    {
        var moved = shape.Copy();
        moved.Apply(new Moving(east / Lattice.StepsPerDegree, north / Lattice.StepsPerDegree));
        moved.GeometryChanged();
        return moved;
    }

    private static MultiPolygon InGcj02(MultiPolygon shape)
    {
        var moved = (MultiPolygon)shape.Copy();
        moved.Apply(new Shifting());
        moved.GeometryChanged();
        return moved;
    }

    private static ImportDefect[] Of(ImportReport report, ImportDefectKind kind) => Array.FindAll(report.Defects, defect => defect.Kind == kind);

    private static void AssertTold(ImportReport report, ImportDefectKind kind, Geometry planted, int[] records)
    {
        var told = Assert.Single(Of(report, kind), defect => planted.Distance(Lattice.Factory.CreatePoint(new Coordinate(defect.Place!.Value.Longitude, defect.Place.Value.Latitude))) < 1e-7
            && defect.Records.SequenceEqual(records));
        Assert.InRange(told.SquareMeters!.Value / Ellipsoid.AreaSquareMeters(planted), 0.999, 1.001);
    }

    private ImportOptions All(double tolerance) => new(tolerance, _division.GridIds.ToHashSet());

    private string? Refusal(IReadOnlyList<SourceArea> sources, double tolerance = 1) =>
        DivisionImport.Run(_division, sources, All(tolerance), null, default).Refusal?.Code;

    /// <summary>Imports, and proves that a mosaic came of it and that its operations give the same again.</summary>
    private ImportedDivision Import(IReadOnlyList<SourceArea>? sources = null)
    {
        var again = _division.Copy();
        var imported = DivisionImport.Run(_division, sources ?? _file.Records, All(1), null, default);
        Assert.Null(imported.Refusal);
        Assert.Null(_invariants.FindBreach(_division));
        ImportProof.AssertAsTold(_division, imported.Value.Report, sources ?? _file.Records);
        foreach (var outcome in imported.Value.Outcomes)
        {
            Assert.Null(again.Apply(outcome.Operation, BoundaryRules.None).Refusal);
        }

        Assert.Equivalent(_division.ToRows().Atoms, again.ToRows().Atoms);
        return imported.Value;
    }

    private sealed class Moving(double east, double north) : ICoordinateFilter
    {
        public void Filter(Coordinate coordinate) => (coordinate.X, coordinate.Y) = (Lattice.Snap(coordinate.X + east), Lattice.Snap(coordinate.Y + north));
    }

    private sealed class Shifting : ICoordinateFilter
    {
        public void Filter(Coordinate coordinate)
        {
            var shifted = Gcj02.FromWgs84(new Core.Geography.Position(coordinate.X, coordinate.Y));
            (coordinate.X, coordinate.Y) = (Lattice.Snap(shifted.Longitude), Lattice.Snap(shifted.Latitude));
        }
    }

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => source.Cancel();
    }
}
