using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>The variables that decide what of a document is selected.</summary>
internal static class ConditionVariables
{
    /// <summary>Names in `@skip` and `@include` anywhere in the document, each once.</summary>
    public static IReadOnlyList<string> Of(DocumentNode document)
    {
        var names = new OrderedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions.OfType<ExecutableDefinitionNode>())
        {
            Visit(definition.SelectionSet, names);
        }

        return [.. names.Keys];
    }

    private static void Visit(SelectionSetNode set, OrderedDictionary<string, bool> names)
    {
        foreach (var selection in set.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                Add(directive, names);
            }

            if (SetOf(selection) is { } inner)
            {
                Visit(inner, names);
            }
        }
    }

    private static void Add(DirectiveNode directive, OrderedDictionary<string, bool> names)
    {
        if (directive.Name.Value is not ("skip" or "include"))
            return;

        foreach (var variable in directive.Arguments.Select(argument => argument.Value).OfType<VariableNode>())
        {
            names.TryAdd(variable.Name.Value, true);
        }
    }

    private static SelectionSetNode? SetOf(SelectionNode selection) => selection switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragmentNode inline => inline.SelectionSet,
        _ => null,
    };
}
