using GridMap.Core.Boundaries.Editing.Operations;

namespace GridMap.Core.Boundaries.Editing;

/// <summary>Runs one operation: all of it, or none where it or a rule refuses.</summary>
internal sealed class OperationRun(LandTable land, AreaTable areas, BoundaryRules rules)
{
    private readonly RuleCheck _check = new(land, areas, rules);

    public Result<Outcome> Run(Operation operation, bool keep)
    {
        var edit = new Edit(land, areas, rules.LeastPieceSquareMeters);
        var resolved = Resolve(edit, operation);
        if (resolved.IsRefused)
        {
            edit.TakeBack();
            return resolved.Refusal!;
        }

        var outcome = Tell(edit.Journal, resolved.Value);
        var changes = edit.Journal.ToArray();
        if (FindBrokenRule(edit, outcome.Warnings) is { } broken)
        {
            return broken;
        }

        if (edit.Journal.Count == 0)
        {
            Array.ForEach(changes, edit.Do);
        }

        if (!keep)
        {
            edit.TakeBack();
        }

        return outcome;
    }

    private static Result<Operation> Resolve(Edit edit, Operation operation) => operation switch
    {
        Reassign reassign => ReassignAtoms.Run(edit, reassign),
        Merge merge => MergeGrids.Run(edit, merge),
        CreateGrid create => CreateGridOfAtoms.Run(edit, create),
        RetireGrid retire => RetireGridToNeighbors.Run(edit, retire),
        Renumber renumber => RenumberGrid.Run(edit, renumber),
        MoveGrid move => MoveGridToCommunity.Run(edit, move),
        MoveCommunity move => MoveCommunityToSubdistrict.Run(edit, move),
        Revert revert => RevertChanges.Run(edit, revert),
        SplitByLine split => SplitGridByLine.Run(edit, split),
        SplitIntoParts split => SplitGridIntoParts.Run(edit, split),
        MoveEdge move => MoveSharedEdge.Run(edit, move),
        Cut cut => CutAtom.Run(edit, cut),
        Heal heal => HealAtoms.Run(edit, heal),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private Outcome Tell(IReadOnlyList<Change> journal, Operation operation)
    {
        var touched = Touched.By(journal);
        var grids = touched.Grids.Where(areas.Grids.Has).ToArray();
        var communities = touched.Communities.Concat(grids.Select(grid => areas.RowOf(areas.Grids[grid]).Community)).Distinct().Order().ToArray();
        var numbers = new DivisionNumbers(land, areas);
        return new Outcome(
            operation,
            new Revert([.. journal.Reverse().Select(change => change.Invert())]),
            touched.Atoms,
            touched.Grids,
            Array.ConvertAll(grids, numbers.OfGrid),
            Array.ConvertAll(communities, numbers.OfCommunity),
            _check.Check(grids, communities));
    }

    /// <summary>
    /// The refusal for a rule that refuses and is broken further than before. To compare, everything has been taken back by then: with an
    /// empty journal the operation is allowed and to be done again.
    /// </summary>
    private Refusal? FindBrokenRule(Edit edit, Warning[] warnings)
    {
        var refusing = Array.FindAll(warnings, warning => _check.RuleOf(warning).Refuses);
        if (refusing.Length == 0)
        {
            return null;
        }

        edit.TakeBack();
        var grids = refusing.Where(warning => warning.Level == "grid" && areas.Grids.Has(warning.Area)).Select(warning => warning.Area);
        var communities = refusing.Where(warning => warning.Level == "community").Select(warning => warning.Area);
        var before = _check.Check([.. grids.Distinct()], [.. communities.Distinct()])
            .ToDictionary(warning => (warning.Rule, warning.Area), warning => _check.RuleOf(warning).Excess(warning.Value));
        var broken = Array.Find(refusing, warning => _check.RuleOf(warning).Excess(warning.Value) > before.GetValueOrDefault((warning.Rule, warning.Area)));
        return broken is null ? null : BoundaryRefusals.RuleBroken(broken);
    }
}
