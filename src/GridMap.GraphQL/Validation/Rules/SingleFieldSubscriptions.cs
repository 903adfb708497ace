using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>
/// A subscription selects one field at its root, not of introspection, and not by a condition that could take it away
/// (specification, section 5.2.4.1).
/// </summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.OperationEntered += Check;

    private void Check(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationType.Subscription || context.Schema.Subscription is not { } type)
            return;

        var subject = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var conditions = new List<DirectiveNode>();
        var fields = CollectFields(operation.SelectionSet, type, conditions);
        if (conditions.Count > 0)
            context.Report($"{subject} must not use `@skip` or `@include` directives in the top level selection.", [.. conditions]);
        else
            Check(subject, fields);
    }

    private void Check(string subject, OrderedDictionary<string, List<FieldNode>> fields)
    {
        if (fields.Count > 1)
            context.Report($"{subject} must select only one top level field.", [.. fields.Values.Skip(1).SelectMany(nodes => nodes)]);

        foreach (var nodes in fields.Values)
        {
            if (nodes[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                context.Report($"{subject} must not select an introspection top level field.", [.. nodes]);
        }
    }

    /// <summary>CollectSubscriptionFields of the section: the fields by response name, in order of the text with fragments put in.</summary>
    private OrderedDictionary<string, List<FieldNode>> CollectFields(
        SelectionSetNode selectionSet, ObjectType type, List<DirectiveNode> conditions)
    {
        var fields = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var spread = new HashSet<FragmentDefinitionNode>();
        var waiting = new Stack<SelectionNode>();
        PushReversed(waiting, selectionSet);
        while (waiting.TryPop(out var selection))
        {
            if (selection.Directives.FirstOrDefault(IsCondition) is { } condition)
                conditions.Add(condition);
            else if (selection is FieldNode field)
                ListOf(fields, field.ResponseName).Add(field);
            else if (FragmentOf(selection, type, spread) is { } inner)
                PushReversed(waiting, inner);
        }

        return fields;
    }

    private void PushReversed(Stack<SelectionNode> waiting, SelectionSetNode selectionSet)
    {
        context.Spend(selectionSet.Selections.Count);
        for (var index = selectionSet.Selections.Count - 1; index >= 0; index--)
            waiting.Push(selectionSet.Selections[index]);
    }

    private static bool IsCondition(DirectiveNode directive) => directive.Name.Value is "skip" or "include";

    private static List<FieldNode> ListOf(OrderedDictionary<string, List<FieldNode>> fields, string responseName)
    {
        if (!fields.TryGetValue(responseName, out var list))
            fields.Add(responseName, list = []);

        return list;
    }

    /// <summary>The selections of an inline fragment, or of a fragment that was not spread yet, if they apply to the subscription type.</summary>
    private SelectionSetNode? FragmentOf(SelectionNode selection, ObjectType type, HashSet<FragmentDefinitionNode> spread)
    {
        if (selection is InlineFragmentNode inline)
            return Applies(inline.TypeCondition, type) ? inline.SelectionSet : null;

        var fragment = context.Facts.FindFragment(((FragmentSpreadNode)selection).Name.Value);
        return fragment is not null && spread.Add(fragment) && Applies(fragment.TypeCondition, type) ? fragment.SelectionSet : null;
    }

    private bool Applies(NamedTypeNode? condition, ObjectType type) => condition is null
        || (context.Schema.FindType(condition) is CompositeType composite && context.Schema.PossibleTypes(composite).Contains(type));
}
