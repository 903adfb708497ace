using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.FieldMerging;

/// <summary>
/// Compares suspect fields pair by pair, as FieldsInSetCanMerge of the specification does (section 5.3.2), fragments by pairs and each pair once.
/// That can take the square of what is suspect, so all of it is counted as work of the document.
/// </summary>
internal sealed class FieldConflicts(ValidationContext context, SelectionClasses classes)
{
    /// <summary>Of fields within fields; through fragments a document can nest deeper than its text does.</summary>
    private const int MaxDepth = 400;

    private readonly Dictionary<SelectionSetNode, MergedSelections> _merged = [];

    /// <summary>Pairs of fragments that were compared, and whether only as ones that exclude each other.</summary>
    private readonly Dictionary<(FragmentDefinitionNode, FragmentDefinitionNode), bool> _compared = [];

    /// <summary>How far down a comparison is, and whether the fields it is within exclude each other.</summary>
    private readonly record struct Scope(bool AreExclusive, int Depth);

    /// <summary>Tells each conflict of two fields of a selection set, but of two within one fragment only where that is defined.</summary>
    public void FindWithin(SelectionSetNode selectionSet, CompositeType? type, Action<FieldConflict> found)
    {
        var scope = new Scope(AreExclusive: false, Depth: 0);
        var selections = Merge(selectionSet, type);
        foreach (var fields in selections.Fields.Values)
        {
            for (var index = 0; index < fields.Count; index++)
                CompareWithFollowing(fields, index, scope, found);
        }

        for (var index = 0; index < selections.Fragments.Count; index++)
        {
            var fragment = selections.Fragments[index];
            CompareWithFragment(selections, fragment, scope, found);
            for (var other = index + 1; other < selections.Fragments.Count; other++)
                CompareFragments(fragment, selections.Fragments[other], scope, found);
        }
    }

    private void CompareWithFollowing(List<FieldUse> fields, int index, Scope scope, Action<FieldConflict> found)
    {
        for (var other = index + 1; other < fields.Count; other++)
            Compare(fields[index], fields[other], scope, found);
    }

    private void CompareWithFragment(MergedSelections selections, FragmentDefinitionNode start, Scope scope, Action<FieldConflict> found)
    {
        if (selections.Fields.Count == 0)
            return;

        var waiting = new Stack<FragmentDefinitionNode>([start]);
        while (waiting.TryPop(out var fragment))
        {
            context.Spend(1);
            if (!selections.BeginComparison(fragment, scope.AreExclusive) || Merge(fragment) is var inFragment && inFragment == selections)
                continue;

            CompareFields(selections, inFragment, scope, found);
            for (var index = inFragment.Fragments.Count - 1; index >= 0; index--)
                waiting.Push(inFragment.Fragments[index]);
        }
    }

    private void CompareFragments(FragmentDefinitionNode left, FragmentDefinitionNode right, Scope scope, Action<FieldConflict> found)
    {
        var waiting = new Stack<(FragmentDefinitionNode Left, FragmentDefinitionNode Right)>([(left, right)]);
        while (waiting.TryPop(out var pair))
        {
            context.Spend(1);
            if (pair.Left == pair.Right || !BeginComparison(pair.Left, pair.Right, scope.AreExclusive))
                continue;

            var (inLeft, inRight) = (Merge(pair.Left), Merge(pair.Right));
            CompareFields(inLeft, inRight, scope, found);
            for (var index = inLeft.Fragments.Count - 1; index >= 0; index--)
                waiting.Push((inLeft.Fragments[index], pair.Right));

            for (var index = inRight.Fragments.Count - 1; index >= 0; index--)
                waiting.Push((pair.Left, inRight.Fragments[index]));
        }
    }

    private bool BeginComparison(FragmentDefinitionNode left, FragmentDefinitionNode right, bool areExclusive)
    {
        if (WasCompared((left, right), areExclusive) || WasCompared((right, left), areExclusive))
            return false;

        _compared[(left, right)] = areExclusive;
        return true;
    }

    private bool WasCompared((FragmentDefinitionNode, FragmentDefinitionNode) pair, bool areExclusive) =>
        _compared.TryGetValue(pair, out var wereExclusive) && (!wereExclusive || areExclusive);

    private void CompareFields(MergedSelections left, MergedSelections right, Scope scope, Action<FieldConflict> found)
    {
        foreach (var (name, leftFields) in left.Fields)
        {
            context.Spend(1);
            if (!right.Fields.TryGetValue(name, out var rightFields))
                continue;

            foreach (var leftField in leftFields)
            {
                foreach (var rightField in rightFields)
                    Compare(leftField, rightField, scope, found);
            }
        }
    }

    private void Compare(FieldUse left, FieldUse right, Scope scope, Action<FieldConflict> found)
    {
        context.Spend(1);
        if (FindConflict(left, right, scope with { AreExclusive = scope.AreExclusive || left.Excludes(right) }) is { } conflict)
            found(conflict);
    }

    private FieldConflict? FindConflict(FieldUse left, FieldUse right, Scope scope)
    {
        if (!scope.AreExclusive && left.Node.Name.Value != right.Node.Name.Value)
            return FieldConflict.OfNames(left, right);

        if (!scope.AreExclusive && !left.IsSameField(right))
            return FieldConflict.OfArguments(left, right);

        if (FieldUse.AreTypesInConflict(left.Type, right.Type))
            return FieldConflict.OfTypes(left, right);

        if (left.Node.SelectionSet is null || right.Node.SelectionSet is null)
            return null;

        if (scope.Depth == MaxDepth)
            ValidationContext.Abort();

        return FieldConflict.OfSelections(left, right, FindBelow(left, right, scope with { Depth = scope.Depth + 1 }));
    }

    private List<FieldConflict> FindBelow(FieldUse left, FieldUse right, Scope scope)
    {
        var conflicts = new List<FieldConflict>();
        if (!classes.IsSuspect(left.Node.SelectionSet!))
            return conflicts;

        var inLeft = Merge(left.Node.SelectionSet!, left.SelectionType);
        var inRight = Merge(right.Node.SelectionSet!, right.SelectionType);
        CompareFields(inLeft, inRight, scope, conflicts.Add);
        foreach (var fragment in inRight.Fragments)
            CompareWithFragment(inLeft, fragment, scope, conflicts.Add);

        foreach (var fragment in inLeft.Fragments)
            CompareWithFragment(inRight, fragment, scope, conflicts.Add);

        foreach (var leftFragment in inLeft.Fragments)
        {
            foreach (var rightFragment in inRight.Fragments)
                CompareFragments(leftFragment, rightFragment, scope, conflicts.Add);
        }

        return conflicts;
    }

    private MergedSelections Merge(FragmentDefinitionNode fragment) =>
        Merge(fragment.SelectionSet, context.TypeOf(fragment));

    private MergedSelections Merge(SelectionSetNode selectionSet, CompositeType? type)
    {
        if (_merged.TryGetValue(selectionSet, out var known))
            return known;

        var merged = new MergedSelections();
        Collect(selectionSet, selectionSet, type, merged);
        return _merged[selectionSet] = merged;
    }

    private void Collect(SelectionSetNode owner, SelectionSetNode selectionSet, CompositeType? type, MergedSelections merged)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (selection is FieldNode field)
                CollectField(owner, new(field, type), merged);
            else if (selection is InlineFragmentNode inline)
                Collect(owner, inline.SelectionSet, context.TypeWithin(inline, type), merged);
            else if (context.Facts.FindFragment(((FragmentSpreadNode)selection).Name.Value) is { } fragment)
                merged.Add(fragment);
        }
    }

    private void CollectField(SelectionSetNode owner, FieldUse field, MergedSelections merged)
    {
        if (classes.IsSuspect(owner, field.Node.ResponseName))
            merged.Add(field);
    }
}
