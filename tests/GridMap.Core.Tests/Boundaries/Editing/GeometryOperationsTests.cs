using System.Text.Json;
using GridMap.Core.Boundaries;
using GridMap.Core.Boundaries.Editing;
using GridMap.Core.Geography;
using NetTopologySuite.Geometries;
using Position = GridMap.Core.Geography.Position;

namespace GridMap.Core.Tests.Boundaries.Editing;

/// <summary>On a chessboard of six by four atoms with sides of 10 000 steps (some 85 × 111 m), whose columns are the grids 1 to 6.</summary>
public sealed class GeometryOperationsTests
{
    private static readonly BoundaryRules Free = BoundaryRules.None;

    private readonly Division _division = TestDivision.Columns();

    private readonly DivisionInvariants _invariants;

    public GeometryOperationsTests() => _invariants = new DivisionInvariants(_division);

    [Fact]
    public void A_cut_parts_an_atom_and_its_neighbours_share_every_point()
    {
        var atom = TestDivision.AtomAt(_division, 2, 1);
        var outcome = Do(new Cut(atom, Line((19_000, 13_333), (31_000, 17_777))));
        Assert.Equal([-2, -1, atom], outcome.TouchedAtoms);
        Assert.Equal([3], outcome.TouchedGrids);
        Assert.Equal(800, outcome.Grids[0].Households);
        var border = _division.ShapeOfAtom(-1).Coordinates.Intersect(_division.ShapeOfAtom(-2).Coordinates).ToArray();
        Assert.Equal(2, border.Length);
        Assert.All(new[] { 1, 3 }, column => Assert.Single(
            _division.ShapeOfAtom(TestDivision.AtomAt(_division, column, 1)).Coordinates.Intersect(border)));
    }

    [Fact]
    public void Households_are_counted_where_their_building_stands()
    {
        var label = _division.ToRows().Atoms.Single(atom => atom.Id == TestDivision.AtomAt(_division, 2, 1)).LabelPoint;
        var x = label.X - RandomLand.At(0, 0).X;
        Do(new SplitByLine(3, Line((x - 500, -5), (x - 500, 40_010))));
        Assert.Equal([0, 800], _division.GridIds.Where(grid => grid is 3 or < 0).Select(grid => _division.NumbersOf(grid).Households).Order());
    }

    [Fact]
    public void A_line_that_ends_near_a_corner_means_the_corner()
    {
        Do(new Cut(TestDivision.AtomAt(_division, 2, 1), Line((20_020, 10_010), (30_015, 19_990))));
        Assert.Equal(4, _division.ShapeOfAtom(-1).NumPoints);
        Assert.Equal(4, _division.ShapeOfAtom(-2).NumPoints);
    }

    [Fact]
    public void A_split_follows_the_line_through_every_atom_it_crosses()
    {
        var outcome = Do(new SplitByLine(3, Line((19_000, 15_000), (31_000, 15_500))));
        Assert.Equal([-1, 3], outcome.TouchedGrids);
        Assert.All(outcome.Grids, grid => Assert.Equal(1, grid.Pieces));
        Assert.Equal(800, outcome.Grids.Sum(grid => grid.Households));
        Assert.Equal(new NewGrid("110106002001001", "第一网格", "Grid 1"), ((SplitByLine)outcome.Operation).New);
    }

    [Fact]
    public void A_split_of_whole_atoms_changes_no_geometry()
    {
        var edges = _division.ToRows().Edges;
        var outcome = Do(new SplitByLine(3, Line((19_000, 21_000), (31_000, 21_500)), WholeAtoms: true));
        Assert.Equal(edges.Select(edge => edge.Id), _division.ToRows().Edges.Select(edge => edge.Id));
        Assert.Equal([400, 400], outcome.Grids.Select(grid => grid.Households));
    }

    [Fact]
    public void A_split_along_a_street_cuts_nothing()
    {
        Do(new SplitByLine(3, Line((20_000, 20_000), (30_000, 20_000))));
        Assert.Equal(24, _division.AtomCount);
    }

    [Fact]
    public void A_balanced_split_gives_contiguous_parts_of_like_households()
    {
        Do(new Merge(2, 1));
        Do(new Merge(3, 1));
        var outcome = Do(new SplitIntoParts(1, 4));
        Assert.Equal([600, 600, 600, 600], outcome.Grids.Select(grid => grid.Households));
        Assert.All(outcome.Grids, grid => Assert.Equal(1, grid.Pieces));
        Assert.Equal(3, ((SplitIntoParts)outcome.Operation).New!.Length);
    }

    [Fact]
    public void A_moved_edge_gives_what_lies_between_to_the_other_side()
    {
        var outcome = Do(new MoveEdge(2, 3, Line((20_000, 10_000), (24_000, 10_000), (24_000, 30_000), (20_000, 30_000))));
        Assert.Equal([2, 3], outcome.TouchedGrids);
        var (two, three) = (outcome.Grids[0].SquareMeters, outcome.Grids[1].SquareMeters);
        Assert.Equal(4.0 * 10_000 * 10_000 + 4_000 * 20_000, two / (two + three) * 800_000_000, 1_000.0);
        Assert.All(outcome.Grids, grid => Assert.Equal(1, grid.Pieces));
    }

    [Fact]
    public void A_moved_edge_of_whole_atoms_takes_those_whose_label_lies_between()
    {
        var outcome = Do(new MoveEdge(2, 3, Line((20_000, 10_000), (28_000, 12_000), (28_000, 28_000), (20_000, 30_000)), WholeAtoms: true));
        Assert.Equal([6, 2], outcome.Grids.Select(grid => grid.Atoms));
    }

    [Fact]
    public void A_line_that_swings_to_both_sides_swaps_land()
    {
        var outcome = Do(new MoveEdge(2, 3, Line((20_000, 5_000), (23_000, 10_000), (20_000, 20_000), (17_000, 30_000), (20_000, 35_000))));
        Assert.Equal(outcome.Grids[0].SquareMeters, outcome.Grids[1].SquareMeters, 100.0);
    }

    [Fact]
    public void What_was_cut_can_be_healed()
    {
        var before = _division.ShapeOf(3);
        var atom = TestDivision.AtomAt(_division, 2, 1);
        Do(new Cut(atom, Line((20_000, 10_000), (30_000, 20_000))));
        Do(new Heal([-1, -2]));
        Assert.Equal(24, _division.AtomCount);
        Assert.True(before.EqualsTopologically(_division.ShapeOf(3)));
    }

    [Fact]
    public void Healed_atoms_leave_no_node_in_the_middle_of_a_street()
    {
        var (nodes, edges) = (_division.ToRows().Nodes.Length, _division.ToRows().Edges.Length);
        Do(new Heal([TestDivision.AtomAt(_division, 0, 0), TestDivision.AtomAt(_division, 0, 1)]));
        var rows = _division.ToRows();
        Assert.Equal((nodes - 1, edges - 2), (rows.Nodes.Length, rows.Edges.Length));
    }

    [Fact]
    public void An_undone_cut_unbends_its_neighbours()
    {
        var before = Bytes();
        var outcome = Do(new SplitByLine(3, Line((19_000, 13_333), (31_000, 17_777))));
        Assert.NotEqual(before, Bytes());
        Do(outcome.Inverse);
        Assert.Equal(before, Bytes());
    }

    [Fact]
    public void A_cut_that_is_built_upon_can_only_be_undone_last_first()
    {
        var first = Do(new Cut(TestDivision.AtomAt(_division, 2, 1), Line((19_000, 13_333), (31_000, 17_777))));
        Do(new Cut(-1, Line((25_000, 9_000), (25_000, 21_000))));
        Assert.Equal("LAND_CHANGED_MEANWHILE", _division.Apply(first.Inverse, Free).Refusal?.Code);
    }

    public static TheoryData<Operation, string> Refused => new()
    {
        { new Cut(999, Line((0, 0), (1, 1))), "ATOM_UNKNOWN" },
        { new Cut(1, []), "LINE_ZERO_LENGTH" },
        { new Cut(1, Line((5, 5), (5, 5))), "LINE_ZERO_LENGTH" },
        { new Cut(1, [.. Enumerable.Range(0, 100_000).SelectMany(i => Line((i, 5)))]), "LINE_TOO_LONG" },
        { new Cut(1, Line((-5, 5_000), (5_000, 5_000), (2_000, 5_000))), "LINE_TURNS_BACK" },
        { new Cut(1, Line((-5, 5_000), (8_000, 5_000), (5_000, 8_000), (5_000, -5))), "LINE_CROSSES_ITSELF" },
        { new Cut(1, [new Position(double.NaN, 40), new Position(117, 40)]), "POSITION_OFF_THE_GLOBE" },
        { new Cut(1, [new Position(-117, 40), new Position(-117, 41)]), "LINE_OUTSIDE" },
        { new Cut(1, Line((50_000, 5), (55_000, 5))), "LINE_OUTSIDE" },
        { new Cut(1, Line((-500, 5_000), (5_000, 5_000))), "LINE_ENDS_INSIDE" },
        { new Cut(1, Line((3_000, 5_000), (5_000, 5_000))), "LINE_ENDS_INSIDE" },
        { new Cut(1, Line((-5_000, 5_000), (5_000, -5_000))), "CUT_TOUCHES_ONLY" },
        { new Cut(1, Line((0, 0), (10_000, 0))), "CUT_TOUCHES_ONLY" },
        { new Cut(1, Line((1_000, -10), (1_060, 50), (1_120, -10))), "CUT_LEAVES_SLIVER" },
        { new SplitByLine(99, Line((0, 0), (1, 1))), "GRID_UNKNOWN" },
        { new SplitByLine(3, Line((50_000, 5), (55_000, 5))), "LINE_OUTSIDE" },
        { new SplitByLine(3, Line((25_000, 15_000), (35_000, 15_000))), "LINE_ENDS_INSIDE" },
        { new SplitByLine(3, Line((19_000, 1_000), (31_000, 1_000)), WholeAtoms: true), "SPLIT_ONE_SIDED" },
        { new SplitByLine(3, Line((19_000, 15_000), (31_000, 15_000)), New: new NewGrid("110106002001003")), "CODE_TAKEN" },
        { new SplitIntoParts(3, 1), "SPLIT_PARTS" },
        { new SplitIntoParts(3, 5), "SPLIT_PARTS" },
        { new SplitIntoParts(3, -2), "SPLIT_PARTS" },
        { new MoveEdge(2, 4, Line((20_000, 0), (20_000, 100))), "GRIDS_NOT_NEIGHBORS" },
        { new MoveEdge(2, 2, Line((20_000, 0), (20_000, 100))), "GRIDS_SAME" },
        { new MoveEdge(2, 3, Line((20_000, 10_000), (45_000, 20_000))), "LINE_OFF_BORDER" },
        { new MoveEdge(2, 3, Line((20_000, 10_000), (20_000, 20_000))), "NOTHING_CHANGES" },
        { new MoveEdge(2, 3, Line((20_000, 0), (30_000, 0), (30_000, 40_000), (20_000, 40_000))), "GRID_EMPTIED" },
        { new Heal([1]), "ATOMS_TOO_FEW" },
        { new Heal([1, 999]), "ATOM_UNKNOWN" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Bad_input_is_refused_with_what_to_do_and_leaves_no_trace(Operation operation, string code)
    {
        var before = Bytes();
        // Atom 1 of the table is the one in the south-west.
        var meant = operation switch
        {
            Cut { Atom: 1 } cut => cut with { Atom = TestDivision.AtomAt(_division, 0, 0) },
            _ => operation,
        };
        var refusal = _division.Apply(meant, Free).Refusal;
        Assert.Equal(code, refusal?.Code);
        Assert.NotEmpty(refusal!.Remedy);
        Assert.NotEmpty(refusal.RemedyChinese);
        Assert.Equal(before, Bytes());
        Assert.True(refusal.Place is not null || code is "ATOM_UNKNOWN" or "GRID_UNKNOWN" or "GRIDS_SAME" or "POSITION_OFF_THE_GLOBE", "There is no place.");
    }

    [Fact]
    public void The_place_of_a_refusal_is_where_it_is_wrong()
    {
        var place = _division.Apply(new Cut(TestDivision.AtomAt(_division, 0, 0), Line((-5, 5_000), (8_000, 5_000), (5_000, 8_000), (5_000, -5))), Free).Refusal!.Place!.Value;
        Assert.Equal(RandomLand.At(5_000, 5_000), LatticePoint.From(place));
    }

    [Fact]
    public void Atoms_that_lie_apart_or_in_other_grids_are_not_healed()
    {
        var (a, b, c) = (TestDivision.AtomAt(_division, 0, 0), TestDivision.AtomAt(_division, 0, 2), TestDivision.AtomAt(_division, 1, 0));
        Assert.Equal("ATOMS_APART", _division.Apply(new Heal([a, b]), Free).Refusal?.Code);
        Assert.Equal("ATOMS_OF_SEVERAL_GRIDS", _division.Apply(new Heal([a, c]), Free).Refusal?.Code);
    }

    [Fact]
    public void The_outline_of_the_land_never_bends()
    {
        var slanted = new Division(TestDivision.Rows(
            Mosaic.FromLines([new BoundaryLine([RandomLand.At(0, 0), RandomLand.At(90_001, 30_000), RandomLand.At(40_000, 90_007), RandomLand.At(0, 0)], Divider.Line, IsExtent: true)]),
            _ => 1));
        Assert.Equal("CUT_ENDS_ON_OUTLINE", slanted.Apply(new Cut(1, Line((45_000, 0), (45_000, 100_000))), Free).Refusal?.Code);
        var invariants = new DivisionInvariants(slanted);
        Assert.False(slanted.Apply(new Cut(1, Line((92_000, 29_000), (20_000, 40_000), (-100, -50))), Free).IsRefused);
        Assert.Null(invariants.FindBreach(slanted));
    }

    [Fact]
    public void A_gap_or_overlap_of_one_centimetre_planted_in_a_published_grid_is_caught()
    {
        Do(new SplitByLine(3, Line((19_000, 13_333), (31_000, 17_777))));
        var shapes = _division.GridIds.Select(_division.ShapeOf).ToArray();
        var whole = Lattice.Factory.CreatePolygon([.. new[] { (0, 0), (60_000, 0), (60_000, 40_000), (0, 40_000), (0, 0) }.Select(at => RandomLand.At(at.Item1, at.Item2).ToCoordinate())]);
        Assert.Empty(SegmentCancellation.LeftOver(shapes, whole));
        for (var i = 0; i < shapes.Length; i++)
        {
            var planted = shapes.ToArray();
            planted[i] = Moved(shapes[i]);
            Assert.NotEmpty(SegmentCancellation.LeftOver(planted, whole));
        }
    }

    private static MultiPolygon Moved(MultiPolygon shape)
    {
        var ring = LatticePoint.From(((Polygon)shape[0]).ExteriorRing.Coordinates);
        ring[1] = new LatticePoint(ring[1].X + 1, ring[1].Y);
        return Lattice.Factory.CreateMultiPolygon([Lattice.Factory.CreatePolygon(Array.ConvertAll(ring, point => point.ToCoordinate()))]);
    }

    private static Position[] Line(params (int X, int Y)[] points) => Array.ConvertAll(points, point => RandomLand.At(point.X, point.Y).ToPosition());

    private string Bytes() => JsonSerializer.Serialize(_division.ToRows());

    private Outcome Do(Operation operation)
    {
        var outcome = _division.Apply(operation, Free).Value;
        Assert.Null(_invariants.FindBreach(_division));
        return outcome;
    }
}
