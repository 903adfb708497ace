using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>
/// Introspection goes from types to types by no more than two lists of fields, interfaces or possible types within each other.
/// Not of the specification: the reference implementation has it, as each list multiplies the answer by the size of the schema.
/// </summary>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : ValidationRule
{
    private const int MaxLists = 3;

    /// <summary>In how many lists each fragment was met at most without going too deep.</summary>
    private readonly Dictionary<FragmentDefinitionNode, int> _checked = [];

    public override void Listen(WalkEvents events) => events.FieldEntered += Check;

    private void Check(FieldNode field, FieldSite site)
    {
        if (field.Name.Value is "__schema" or "__type" && IsTooDeep(field))
            context.Report("Maximum introspection depth exceeded", field);
    }

    private bool IsTooDeep(FieldNode root)
    {
        var waiting = new Stack<(SelectionNode Selection, int Lists)>([(root, 0)]);
        while (waiting.TryPop(out var next))
        {
            var lists = next.Lists + (IsList(next.Selection) ? 1 : 0);
            if (lists == MaxLists)
            {
                // What was still waiting has not been looked at.
                _checked.Clear();
                return true;
            }

            foreach (var selection in SelectionsOf(next.Selection, lists))
                waiting.Push((selection, lists));
        }

        return false;
    }

    private static bool IsList(SelectionNode selection) =>
        selection is FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" };

    private IReadOnlyList<SelectionNode> SelectionsOf(SelectionNode selection, int lists) => selection switch
    {
        FieldNode field => field.SelectionSet?.Selections ?? [],
        InlineFragmentNode inline => inline.SelectionSet.Selections,
        FragmentSpreadNode spread => SelectionsOf(context.Facts.FindFragment(spread.Name.Value), lists),
        _ => throw new ArgumentOutOfRangeException(nameof(selection), selection, null),
    };

    private IReadOnlyList<SelectionNode> SelectionsOf(FragmentDefinitionNode? fragment, int lists)
    {
        if (fragment is null || _checked.GetValueOrDefault(fragment, -1) >= lists)
            return [];

        _checked[fragment] = lists;
        return fragment.SelectionSet.Selections;
    }
}
