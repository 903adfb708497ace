using GridMap.Core.Boundaries.Editing;

namespace GridMap.Core.Tests.Boundaries.Editing;

public sealed class BoundarySuggestionsTests
{
    private readonly Division _division = TestDivision.Columns();

    [Fact]
    public void Every_grid_over_the_most_is_split_and_all_can_be_accepted()
    {
        var suggestions = BoundarySuggestions.SplitOver(_division, most: 500, target: 400, StandardRules.All);
        Assert.Equal([1, 2, 3, 4, 5, 6], suggestions.Select(suggestion => ((SplitIntoParts)suggestion.Operation).Grid));
        Assert.Equal(6, _division.GridCount);
        Assert.All(suggestions, suggestion => Assert.False(_division.Apply(suggestion.Operation, StandardRules.All).IsRefused));
        Assert.Equal(12, _division.GridCount);
        Assert.All(_division.GridIds, grid => Assert.Equal((400, 1), (_division.NumbersOf(grid).Households, _division.NumbersOf(grid).Pieces)));
    }

    [Fact]
    public void One_suggestion_can_be_accepted_without_the_ones_before()
    {
        var last = BoundarySuggestions.SplitOver(_division, most: 500, target: 400, StandardRules.All)[^1];
        var outcome = _division.Apply(last.Operation, StandardRules.All).Value;
        Assert.Equal(last.Outcome.Grids.Select(grid => (grid.Code, grid.Households)).Order(), outcome.Grids.Select(grid => (grid.Code, grid.Households)).Order());
    }

    [Fact]
    public void Grids_under_the_least_join_a_neighbour_of_their_community_that_can_take_them()
    {
        foreach (var suggestion in BoundarySuggestions.SplitOver(_division, most: 500, target: 200, StandardRules.All))
        {
            _division.Apply(suggestion.Operation, StandardRules.All);
        }

        Assert.Equal(24, _division.GridCount);
        var merges = BoundarySuggestions.MergeUnder(_division, least: 300, most: 500, StandardRules.All);
        Assert.All(merges, suggestion => Assert.False(_division.Apply(suggestion.Operation, StandardRules.All).IsRefused));
        Assert.Equal(12, _division.GridCount);
        Assert.All(_division.GridIds, grid => Assert.Equal((400, 1), (_division.NumbersOf(grid).Households, _division.NumbersOf(grid).Pieces)));
    }

    [Fact]
    public void Only_the_grids_asked_for_are_looked_at() =>
        Assert.Equal(2, ((SplitIntoParts)Assert.Single(BoundarySuggestions.SplitOver(_division, 500, 400, StandardRules.All, [2])).Operation).Grid);
}
