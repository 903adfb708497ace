namespace GridMap.Core.Boundaries.Editing;

/// <summary>An operation that would mend something, and what it would do; accepted, it is applied as it stands.</summary>
public sealed record Suggestion(Operation Operation, Outcome Outcome);

/// <summary>Proposes operations for what breaks the standard. All of a list can be accepted, one by one or together: their codes do not clash.</summary>
public static class BoundarySuggestions
{
    /// <summary>Splits every grid with more households than <paramref name="most"/> into so many parts that each has about <paramref name="target"/>.</summary>
    /// <param name="within">The grids to look at; null: all.</param>
    public static IReadOnlyList<Suggestion> SplitOver(Division division, int most, int target, BoundaryRules rules, IReadOnlyCollection<int>? within = null)
    {
        var trial = division.Copy();
        var suggestions = new List<Suggestion>();
        foreach (var grid in Chosen(division, within))
        {
            var numbers = division.NumbersOf(grid);
            var parts = Math.Min(numbers.Atoms, Math.Max(2, (int)Math.Round((double)numbers.Households / target)));
            if (numbers.Households > most && parts > 1)
            {
                Try(trial, new SplitIntoParts(grid, parts), rules, suggestions);
            }
        }

        return suggestions;
    }

    /// <summary>
    /// Merges every grid with fewer households than <paramref name="least"/>, the smallest first, into the neighbour of its community with
    /// which it has the longest border and together at most <paramref name="most"/>. Land without a household stays as it is.
    /// </summary>
    /// <param name="within">The grids to look at; null: all.</param>
    public static IReadOnlyList<Suggestion> MergeUnder(Division division, int least, int most, BoundaryRules rules, IReadOnlyCollection<int>? within = null)
    {
        var trial = division.Copy();
        var suggestions = new List<Suggestion>();
        foreach (var grid in Chosen(division, within).OrderBy(grid => division.NumbersOf(grid).Households).ThenBy(grid => grid))
        {
            var households = trial.NumbersOf(grid).Households;
            if (households == 0 || households >= least)
            {
                continue;
            }

            var community = trial.RowOf(grid).Community;
            var into = trial.BordersOf(grid)
                .Where(border => trial.RowOf(border.Grid).Community == community && trial.NumbersOf(border.Grid).Households + households <= most)
                .OrderByDescending(border => border.Meters).ThenBy(border => border.Grid)
                .Select(border => (int?)border.Grid).FirstOrDefault();
            if (into is { } taker)
            {
                Try(trial, new Merge(grid, taker), rules, suggestions);
            }
        }

        return suggestions;
    }

    private static IEnumerable<int> Chosen(Division division, IReadOnlyCollection<int>? within) =>
        (within is null ? division.GridIds : within.Where(division.HasGrid)).Order().ToArray();

    private static void Try(Division trial, Operation operation, BoundaryRules rules, List<Suggestion> suggestions)
    {
        var outcome = trial.Apply(operation, rules);
        if (!outcome.IsRefused)
        {
            suggestions.Add(new Suggestion(outcome.Value.Operation, outcome.Value));
        }
    }
}
