using GridMap.Core;
using GridMap.Core.Boundaries.Editing;
using GridMap.Platform.Access;

namespace GridMap.Server.Boundaries;

/// <summary>What is to be mended.</summary>
public enum SuggestionKind
{
    SplitLarge,
    MergeSmall,
}

/// <summary>An operation that would mend something, as its input would say it, and what it would do.</summary>
public sealed record BoundarySuggestion(string Kind, int Grid, int? Into, int? Parts, int? Seed, ShownOutcome Outcome);

/// <summary>Suggestions for a plan at a version.</summary>
public sealed record SuggestionList(int Version, IReadOnlyList<BoundarySuggestion> Items);

/// <summary>Proposes operations for what breaks the rule of households in a plan; nothing is changed.</summary>
public sealed class SuggestOperations(PlanDrafts drafts, CurrentAreas areas, BoundaryRules rules)
{
    private const int MostSuggestions = 200;

    /// <param name="grids">The grids to look at; null: all in the area of the plan.</param>
    public async Task<Result<SuggestionList>> RunAsync(
        int planId, SuggestionKind kind, IReadOnlyList<int>? grids, CancellationToken cancellationToken)
    {
        var tree = await areas.LoadAsync(cancellationToken);
        using var turn = await drafts.TakeAsync(planId, cancellationToken);
        if (turn is null)
        {
            return PlanRefusals.Unknown;
        }

        var (draft, standard) = (turn.Draft, rules.GridHouseholds);
        if (standard is not { Least: { } least, Most: { } most })
        {
            return new SuggestionList(draft.Plan.Version, []);
        }

        int[] inArea = tree.ScopeOf([draft.Plan.AreaId]).Grids ?? [];
        int[] made = [.. draft.Division.GridIds.Where(grid => grid < 0)];
        IReadOnlyCollection<int> within = grids is null ? [.. inArea, .. made] : [.. grids.Where(grid => grid < 0 || inArea.Contains(grid))];
        var found = kind switch
        {
            SuggestionKind.SplitLarge => BoundarySuggestions.SplitOver(draft.Division, most, (least + most) / 2, rules, within),
            SuggestionKind.MergeSmall => BoundarySuggestions.MergeUnder(draft.Division, least, most, rules, within),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        return new SuggestionList(draft.Plan.Version, [.. found.Take(MostSuggestions).Select(suggestion => Describe(suggestion, draft.Division))]);
    }

    private static BoundarySuggestion Describe(Suggestion suggestion, Division division)
    {
        // Shapes of what it would make are not there before it is done: an editor previews the one it looks at.
        var shown = ShownOutcome.Of(suggestion.Outcome with { TouchedAtoms = [] }, division);
        return suggestion.Operation switch
        {
            SplitIntoParts split => new BoundarySuggestion(shown.Kind, split.Grid, null, split.Parts, split.Seed, shown),
            Merge merge => new BoundarySuggestion(shown.Kind, merge.Grid, merge.Into, null, null, shown),
            _ => throw new InvalidOperationException($"{shown.Kind} is never suggested."),
        };
    }
}
