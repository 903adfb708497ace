using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation;

/// <summary>A variable where it is used, and what is expected there.</summary>
internal readonly record struct VariableUsage(VariableNode Node, ValueSite Site);

/// <summary>What several rules ask of a document, worked out once and only if one asks.</summary>
internal sealed class DocumentFacts(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> _spreads = [];

    private readonly Dictionary<OperationDefinitionNode, List<VariableUsage>> _usagesOfOperations = [];

    private Dictionary<string, Fragment>? _fragments;

    private int _searches;

    /// <summary>The fragment of a name; of several the last, as none is better than the other.</summary>
    public FragmentDefinitionNode? FindFragment(string name) => Fragments.GetValueOrDefault(name)?.Node;

    private Dictionary<string, Fragment> Fragments
    {
        get
        {
            if (_fragments is null)
            {
                _fragments = new(StringComparer.Ordinal);
                foreach (var fragment in context.Document.Definitions.OfType<FragmentDefinitionNode>())
                    _fragments[fragment.Name.Value] = new(fragment);
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
    public IEnumerable<FragmentDefinitionNode> FragmentsReachedBy(IEnumerable<OperationDefinitionNode> operations) => Reach(operations).Select(fragment => fragment.Node);

    private List<Fragment> Reach(IEnumerable<OperationDefinitionNode> operations)
    {
        _searches++;
        var reached = new List<Fragment>();
        foreach (var operation in operations)
            Reach(FragmentsIn(operation.SelectionSet), reached);

        for (var index = 0; index < reached.Count; index++)
            Reach(reached[index].Spread ??= FragmentsIn(reached[index].Node.SelectionSet), reached);

        return reached;
    }

    private void Reach(Fragment[] spread, List<Fragment> reached)
    {
        context.Spend(spread.Length);
        foreach (var fragment in spread)
        {
            if (fragment.ReachedBySearch == _searches)
                continue;

            fragment.ReachedBySearch = _searches;
            reached.Add(fragment);
        }
    }

    private Fragment[] FragmentsIn(SelectionSetNode selectionSet) =>
        [.. SpreadsIn(selectionSet).Select(spread => Fragments.GetValueOrDefault(spread.Name.Value)).OfType<Fragment>().Distinct()];

    /// <summary>The variables an operation uses, itself or through fragments, in order of the text of each.</summary>
    public IReadOnlyList<VariableUsage> UsagesOf(OperationDefinitionNode operation)
    {
        if (_usagesOfOperations.TryGetValue(operation, out var known))
            return known;

        var usages = new List<VariableUsage>(UsagesWithin(operation));
        foreach (var fragment in Reach([operation]))
        {
            var ofFragment = fragment.Usages ??= UsagesWithin(fragment.Node);
            context.Spend(ofFragment.Count + 1);
            usages.AddRange(ofFragment);
        }

        return _usagesOfOperations[operation] = usages;
    }

    private List<VariableUsage> UsagesWithin(ExecutableDefinitionNode definition)
    {
        var usages = new List<VariableUsage>();
        var events = new WalkEvents { VariableEntered = (variable, site) => usages.Add(new(variable, site)) };
        new DocumentWalk(context.Schema, events).Visit(definition);
        return usages;
    }

    /// <summary>A fragment with what is known of it: many operations over many fragments come by it again and again.</summary>
    private sealed class Fragment(FragmentDefinitionNode node)
    {
        public FragmentDefinitionNode Node { get; } = node;

        /// <summary>The fragments it spreads itself, each once.</summary>
        public Fragment[]? Spread { get; set; }

        public List<VariableUsage>? Usages { get; set; }

        /// <summary>The last search that came by it.</summary>
        public int ReachedBySearch { get; set; }
    }
}
