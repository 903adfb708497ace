using GridMap.Core.Boundaries.Editing;

namespace GridMap.Core.Tests.Boundaries.Editing;

public sealed class BoundaryRuleBookTests
{
    [Fact]
    public void The_rules_the_program_comes_with_are_what_the_standards_ask_for()
    {
        var book = BoundaryRuleBook.FromJson(StandardRules.Text).Value;
        Assert.NotEmpty(book.Version);
        Assert.Equal(
            new BoundaryRules(
                new BoundaryRule(300, 500),
                new BoundaryRule(1_500, 3_000),
                new BoundaryRule(1, 999),
                new BoundaryRule(1, null),
                new BoundaryRule(1, 1),
                new BoundaryRule(20, null),
                new BoundaryRule(1, null, Refuses: true)),
            book.Rules);
    }

    [Theory]
    [InlineData("\"version\": \"2026.1\",", "", "BOUNDARY_RULES_MALFORMED", "line 1")]
    [InlineData("\"gridPieces\":", "\"gridParts\":", "BOUNDARY_RULES_MALFORMED", "gridParts")]
    [InlineData("\"least\": 300", "\"least\": 300.5", "BOUNDARY_RULES_MALFORMED", "$.rules.gridHouseholds.least, line 5")]
    [InlineData("\"least\": 300", "\"least\": 0", "BOUNDARY_RULES_INVALID", "rules.gridHouseholds.least")]
    [InlineData("\"least\": 300", "\"least\": 600", "BOUNDARY_RULES_INVALID", "least ≤ most")]
    [InlineData("\"most\": 999", "\"most\": 1000", "BOUNDARY_RULES_INVALID", "rules.gridsPerCommunity.most")]
    [InlineData("{\"least\": 20, \"most\": null", "{\"least\": null, \"most\": null", "BOUNDARY_RULES_INVALID", "rules.gridCompactness")]
    [InlineData("\"refuses\": true", "\"refuses\": false", "BOUNDARY_RULES_INVALID", "rules.pieceSquareMeters")]
    [InlineData("\"2026.1\"", "\" \"", "BOUNDARY_RULES_INVALID", "version")]
    [InlineData("{", "[", "BOUNDARY_RULES_MALFORMED", "line 1")]
    public void A_bad_file_is_refused_with_its_place(string was, string becomes, string code, string place)
    {
        var refusal = BoundaryRuleBook.FromJson(StandardRules.Text.Replace(was, becomes, StringComparison.Ordinal)).Refusal;
        Assert.Equal(code, refusal?.Code);
        Assert.Contains(place, refusal?.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_is_null_is_not_asked_for()
    {
        var text = StandardRules.Text.Replace("{\"least\": 20, \"most\": null, \"refuses\": false}", "null", StringComparison.Ordinal);
        Assert.DoesNotContain("GRID_COMPACTNESS", BoundaryRuleBook.FromJson(text).Value.Rules.ByName.Select(rule => rule.Name));
    }

    [Fact]
    public void A_long_thin_grid_is_warned_of_with_its_compactness()
    {
        var division = TestDivision.Columns(6, 12);
        var warning = Assert.Single(division.Check(BoundaryRules.None with { GridCompactness = new BoundaryRule(30, null) }, [1], []));
        Assert.Equal(("GRID_COMPACTNESS", (int)Math.Round(100 * division.NumbersOf(1).Compactness)), (warning.Rule, warning.Value));
        Assert.Empty(division.Check(BoundaryRules.None with { GridCompactness = new BoundaryRule(warning.Value, null) }, [1], []));
    }

    [Fact]
    public void The_least_that_a_cut_may_leave_is_a_rule()
    {
        var division = TestDivision.Columns();
        var atom = TestDivision.AtomAt(division, 0, 0);
        var shape = division.ShapeOfAtom(atom).EnvelopeInternal;
        // Some 10 m from the southern border: 850 m² are left.
        var latitude = shape.MinY + 0.00009;
        var cut = new Cut(atom, [new(shape.MinX - 0.0001, latitude), new(shape.MaxX + 0.0001, latitude)]);
        var strict = BoundaryRules.None with { PieceSquareMeters = new BoundaryRule(1_000, null, Refuses: true) };
        Assert.Equal("CUT_LEAVES_SLIVER", division.Preview(cut, strict).Refusal?.Code);
        Assert.Null(division.Preview(cut, strict.AsWarnings()).Refusal);
        Assert.Null(division.Preview(cut, strict with { PieceSquareMeters = new BoundaryRule(800, null, Refuses: true) }).Refusal);
    }
}
