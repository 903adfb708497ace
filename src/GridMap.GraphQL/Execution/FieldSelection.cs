using GridMap.GraphQL.Execution.Plans;

namespace GridMap.GraphQL.Execution;

/// <summary>What a request selects of a field, for resolvers that would otherwise load more than is asked for.</summary>
public sealed class FieldSelection
{
    private readonly FieldPlan _field;

    internal FieldSelection(FieldPlan field) => _field = field;

    /// <summary>The fields of this name (the schema's, not the alias) are selected one within the other.</summary>
    public bool Contains(params ReadOnlySpan<string> names) => Contains(_field, names);

    private static bool Contains(FieldPlan field, ReadOnlySpan<string> names)
    {
        if (names.IsEmpty)
            return true;

        foreach (var selected in field.Selections.SelectMany(selection => selection.Fields))
        {
            if (selected.Shape.Definition.Name == names[0] && Contains(selected, names[1..]))
                return true;
        }

        return false;
    }
}
