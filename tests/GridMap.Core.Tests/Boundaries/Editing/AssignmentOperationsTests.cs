using System.Text.Json;
using GridMap.Core.Boundaries.Editing;

namespace GridMap.Core.Tests.Boundaries.Editing;

public sealed class AssignmentOperationsTests
{
    private static readonly BoundaryRules Free = BoundaryRules.None;

    private readonly Division _division = TestDivision.Columns();

    [Fact]
    public void Households_go_with_the_atoms()
    {
        var atom = TestDivision.AtomAt(_division, 1, 0);
        var outcome = Do(new Reassign([atom], 1));
        Assert.Equal([1_000, 600], outcome.Grids.Select(grid => grid.Households));
        Assert.Equal([1, 2], outcome.TouchedGrids);
        Assert.Equal([atom], outcome.TouchedAtoms);
        Assert.Equal(5, outcome.Grids[0].Atoms);
        Assert.Equal(1, _division.GridOf(atom));
    }

    [Fact]
    public void Area_and_border_are_those_of_the_assembled_shape()
    {
        var outcome = Do(new Reassign([TestDivision.AtomAt(_division, 1, 0), TestDivision.AtomAt(_division, 2, 3)], 1));
        Assert.All(outcome.Grids, grid =>
        {
            var shape = _division.ShapeOf(grid.Id);
            Assert.Equal(Measured.SquareMeters(shape), grid.SquareMeters, grid.SquareMeters * 1e-5);
            Assert.Equal(Measured.PerimeterMeters(shape), grid.PerimeterMeters, grid.PerimeterMeters * 1e-5);
            Assert.InRange(grid.Compactness, 0.1, 0.786);
        });
    }

    [Fact]
    public void A_grid_that_falls_apart_is_flagged()
    {
        var outcome = _division.Apply(new Reassign([TestDivision.AtomAt(_division, 1, 1)], 1), StandardRules.All).Value;
        Assert.Equal([1, 2], outcome.Grids.Select(grid => grid.Pieces));
        var warning = Assert.Single(outcome.Warnings, warning => warning.Rule == "GRID_CONTIGUITY");
        Assert.Equal((2, 2), (warning.Area, warning.Value));
        Assert.Contains(outcome.Warnings, warning => warning is { Rule: "GRID_HOUSEHOLDS", Area: 1, Value: 1_000, Most: 500 });
    }

    [Fact]
    public void A_preview_changes_nothing()
    {
        var before = Bytes(_division);
        var outcome = _division.Preview(new Merge(2, 1), StandardRules.All).Value;
        Assert.Equal(1_600, Assert.Single(outcome.Grids).Households);
        Assert.Equal(before, Bytes(_division));
    }

    [Fact]
    public void A_merged_grid_is_retired_and_its_code_is_free()
    {
        var outcome = Do(new Merge(2, 1));
        Assert.Equal([1, 2], outcome.TouchedGrids);
        Assert.False(_division.HasGrid(2));
        var made = Do(new CreateGrid(1002, [TestDivision.AtomAt(_division, 0, 0)], new NewGrid("110106001002002")));
        Assert.Equal("110106001002002", Assert.Single(made.Grids, grid => grid.Id == -1).Code);
    }

    [Fact]
    public void A_new_grid_gets_the_lowest_free_serial_of_its_community()
    {
        var outcome = Do(new CreateGrid(1001, [TestDivision.AtomAt(_division, 0, 0)]));
        Assert.Equal(new NewGrid("110106001001002", "第二网格", "Grid 2"), ((CreateGrid)outcome.Operation).New);
        Assert.Equal([-1, 1], outcome.TouchedGrids);
    }

    [Fact]
    public void A_retired_grid_goes_to_its_neighbours()
    {
        var outcome = Do(new RetireGrid(2));
        Assert.False(_division.HasGrid(2));
        Assert.Equal(24 * 200, _division.GridIds.Sum(grid => _division.NumbersOf(grid).Households));
        Assert.All(outcome.Grids, grid => Assert.Equal(1, grid.Pieces));
    }

    [Fact]
    public void Codes_follow_a_community_into_another_subdistrict()
    {
        var outcome = Do(new MoveCommunity(1001, 2002));
        Assert.Equal("110106002002", Assert.Single(outcome.Communities).Code);
        Assert.Equal(["110106002002001", "110106002002004"], outcome.Grids.Select(grid => grid.Code));
    }

    [Fact]
    public void A_grid_that_moves_to_a_community_counts_there()
    {
        var outcome = Do(new MoveGrid(1, 1002));
        Assert.Equal("110106001002001", outcome.Grids[0].Code);
        Assert.Equal([(1001, 800), (1002, 2_400)], outcome.Communities.Select(community => (community.Id, community.Households)));
    }

    public static TheoryData<Operation, string> Refused => new()
    {
        { new Reassign([], 1), "ATOMS_MISSING" },
        { new Reassign([999], 1), "ATOM_UNKNOWN" },
        { new Reassign([1], 99), "GRID_UNKNOWN" },
        { new Reassign([.. Enumerable.Range(1, 24)], 1), "GRID_EMPTIED" },
        { new Merge(1, 1), "GRIDS_SAME" },
        { new Merge(1, 3), "GRIDS_NOT_NEIGHBORS" },
        { new CreateGrid(77, [1]), "COMMUNITY_UNKNOWN" },
        { new CreateGrid(1001, [1], new NewGrid("110106001001001")), "CODE_TAKEN" },
        { new CreateGrid(1001, [1], new NewGrid("110106001002009")), "CODE_UNFIT" },
        { new CreateGrid(1001, [1], new NewGrid(Name: "")), "NAME_UNFIT" },
        { new Renumber(1, "110106001001004"), "CODE_TAKEN" },
        { new Renumber(1, "110106001001000"), "CODE_UNFIT" },
        { new Renumber(1, "110106001001001"), "NOTHING_CHANGES" },
        { new MoveGrid(1, 1001), "NOTHING_CHANGES" },
        { new MoveGrid(1, 77), "COMMUNITY_UNKNOWN" },
        { new MoveCommunity(1001, 7), "SUBDISTRICT_UNKNOWN" },
        { new MoveCommunity(1001, 2002, "110106002001"), "CODE_TAKEN" },
        { new RetireGrid(99), "GRID_UNKNOWN" },
        { new Revert([]), "NOTHING_CHANGES" },
        { new Revert([new OwnerChange([1], 99, 1)]), "LAND_CHANGED_MEANWHILE" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_is_refused_and_leaves_no_trace(Operation operation, string code)
    {
        var before = Bytes(_division);
        var refusal = _division.Apply(operation, Free).Refusal;
        Assert.Equal(code, refusal?.Code);
        Assert.False(string.IsNullOrWhiteSpace(refusal!.Remedy) || string.IsNullOrWhiteSpace(refusal.RemedyChinese));
        Assert.Equal(before, Bytes(_division));
    }

    [Fact]
    public void A_grid_that_would_be_emptied_is_shown_on_the_map()
    {
        var place = _division.Apply(new Reassign(_division.AtomsOf(2), 1), Free).Refusal?.Place;
        Assert.Contains(_division.AtomsOf(2), atom => _division.ShapeOfAtom(atom).Covers(Measured.Point(place!.Value)));
    }

    [Fact]
    public void A_rule_that_refuses_lets_nothing_become_worse_but_better()
    {
        var strict = Free with { GridHouseholds = new BoundaryRule(300, 500, Refuses: true) };
        Assert.Equal("RULE_BROKEN", _division.Apply(new Reassign([TestDivision.AtomAt(_division, 1, 0)], 1), strict).Refusal?.Code);
        var three = new[] { 1, 2, 3 }.Select(row => TestDivision.AtomAt(_division, 0, row)).ToArray();
        Assert.Equal("RULE_BROKEN", _division.Apply(new CreateGrid(1001, three), strict).Refusal?.Code);
        Assert.False(_division.Apply(new CreateGrid(1001, three[..2]), strict).IsRefused);
    }

    [Fact]
    public void Undone_to_the_start_everything_is_as_it_was_and_done_again_as_it_became()
    {
        var start = Bytes(_division);
        Operation[] operations =
        [
            new Reassign([TestDivision.AtomAt(_division, 1, 0)], 1),
            new CreateGrid(1001, [TestDivision.AtomAt(_division, 0, 0)]),
            new Merge(3, 2),
            new MoveGrid(4, 1003),
            new MoveCommunity(1001, 2002),
            new RetireGrid(5),
            new Renumber(2, "110106001002777", "新网格"),
        ];
        var outcomes = operations.Select(operation => Do(operation)).ToArray();
        var end = Bytes(_division);
        var redo = outcomes.Reverse().Select(outcome => Do(outcome.Inverse).Inverse).ToArray();
        Assert.Equal(start, Bytes(_division));
        Assert.All(redo.Reverse(), revert => Do(revert));
        Assert.Equal(end, Bytes(_division));
    }

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        var copy = _division.Copy();
        var before = Bytes(_division);
        copy.Apply(new Merge(2, 1), Free);
        Assert.Equal(before, Bytes(_division));
        Assert.NotEqual(before, Bytes(copy));
    }

    private static string Bytes(Division division) => JsonSerializer.Serialize(division.ToRows());

    private Outcome Do(Operation operation) => _division.Apply(operation, Free).Value;
}
