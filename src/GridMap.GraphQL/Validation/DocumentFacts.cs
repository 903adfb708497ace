using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation;

/// <summary>A variable where it is used, and what is expected there.</summary>
internal readonly record struct VariableUsage(VariableNode Node, ValueSite Site);

/// <summary>What several rules ask of a document, worked out once and only if one asks.</summary>
internal sealed class DocumentFacts(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> _spreads = [];

    private readonly Dictionary<ExecutableDefinitionNode, List<VariableUsage>> _usages = [];

    private readonly Dictionary<OperationDefinitionNode, List<VariableUsage>> _usagesOfOperations = [];

    private Dictionary<string, FragmentDefinitionNode>? _fragments;

    /// <summary>The fragment of a name; of several the last, as none is better than the other.</summary>
    public FragmentDefinitionNode? FindFragment(string name) => Fragments.GetValueOrDefault(name);

    private Dictionary<string, FragmentDefinitionNode> Fragments
    {
        get
        {
            if (_fragments is null)
            {
                _fragments = new(StringComparer.Ordinal);
                foreach (var fragment in context.Document.Definitions.OfType<FragmentDefinitionNode>())
                    _fragments[fragment.Name.Value] = fragment;
            }

            return _fragments;
        }
    }

    /// <summary>The spreads within a selection set at any depth: those of outer selections before those of inner ones.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode selectionSet)
    {
        if (_spreads.TryGetValue(selectionSet, out var known))
            return known;

        var spreads = new List<FragmentSpreadNode>();
        var waiting = new Stack<SelectionSetNode>([selectionSet]);
        while (waiting.TryPop(out var next))
            CollectSpreads(next, spreads, waiting);

        return _spreads[selectionSet] = spreads;
    }

    private static void CollectSpreads(SelectionSetNode selectionSet, List<FragmentSpreadNode> spreads, Stack<SelectionSetNode> waiting)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (selection is FragmentSpreadNode spread)
                spreads.Add(spread);
            else if (selection is FieldNode { SelectionSet: { } ofField })
                waiting.Push(ofField);
            else if (selection is InlineFragmentNode inline)
                waiting.Push(inline.SelectionSet);
        }
    }

    /// <summary>The fragments that operations spread, directly or through other fragments, each once.</summary>
    public IReadOnlyList<FragmentDefinitionNode> FragmentsReachedBy(IEnumerable<OperationDefinitionNode> operations)
    {
        var seen = new HashSet<FragmentDefinitionNode>();
        var reached = new List<FragmentDefinitionNode>();
        foreach (var operation in operations)
            Reach(operation.SelectionSet, seen, reached);

        for (var index = 0; index < reached.Count; index++)
            Reach(reached[index].SelectionSet, seen, reached);

        return reached;
    }

    private void Reach(SelectionSetNode selectionSet, HashSet<FragmentDefinitionNode> seen, List<FragmentDefinitionNode> reached)
    {
        var spreads = SpreadsIn(selectionSet);
        context.Spend(spreads.Count);
        foreach (var spread in spreads)
        {
            if (FindFragment(spread.Name.Value) is { } fragment && seen.Add(fragment))
                reached.Add(fragment);
        }
    }

    /// <summary>The variables an operation uses, itself or through fragments, in order of the text of each.</summary>
    public IReadOnlyList<VariableUsage> UsagesOf(OperationDefinitionNode operation)
    {
        if (_usagesOfOperations.TryGetValue(operation, out var known))
            return known;

        var usages = new List<VariableUsage>(UsagesWithin(operation));
        foreach (var fragment in FragmentsReachedBy([operation]))
        {
            var ofFragment = UsagesWithin(fragment);
            context.Spend(ofFragment.Count + 1);
            usages.AddRange(ofFragment);
        }

        return _usagesOfOperations[operation] = usages;
    }

    private List<VariableUsage> UsagesWithin(ExecutableDefinitionNode definition)
    {
        if (_usages.TryGetValue(definition, out var known))
            return known;

        var usages = new List<VariableUsage>();
        var events = new WalkEvents { VariableEntered = (variable, site) => usages.Add(new(variable, site)) };
        new DocumentWalk(context.Schema, events).Visit(definition);
        return _usages[definition] = usages;
    }
}
