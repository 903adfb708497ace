using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.FieldMerging;

/// <summary>The suspect fields of a selection set with its inline fragments put in, by response name, and the fragments it spreads.</summary>
internal sealed class MergedSelections
{
    private readonly Dictionary<FragmentDefinitionNode, bool> _compared = [];

    private readonly HashSet<FragmentDefinitionNode> _spread = [];

    public OrderedDictionary<string, List<FieldUse>> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Each once, in order of the text.</summary>
    public List<FragmentDefinitionNode> Fragments { get; } = [];

    public void Add(FieldUse field)
    {
        var name = field.Node.ResponseName;
        if (!Fields.TryGetValue(name, out var fields))
            Fields.Add(name, fields = []);

        fields.Add(field);
    }

    public void Add(FragmentDefinitionNode fragment)
    {
        if (_spread.Add(fragment))
            Fragments.Add(fragment);
    }

    /// <summary>
    /// True for the first comparison with a fragment. One of fields that may meet finds all that one of fields that exclude each other does.
    /// </summary>
    public bool BeginComparison(FragmentDefinitionNode fragment, bool areExclusive)
    {
        if (_compared.TryGetValue(fragment, out var wereExclusive) && (!wereExclusive || areExclusive))
            return false;

        _compared[fragment] = areExclusive;
        return true;
    }
}
