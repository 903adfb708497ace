using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>CollectFields() of the specification, section 6.3.3, for certain values of the variables in `@skip` and `@include`.</summary>
internal sealed class FieldCollector(
    Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, Source source, VariableValues variables)
{
    private const int MostSelections = 50_000;

    private int _selections;

    /// <summary>The fields by response name; a document whose paths merge in ever different ways is given up at a number of steps.</summary>
    public OrderedDictionary<string, List<FieldNode>> Collect(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets)
        {
            Collect(type, set, groups, visited);
        }

        return groups;
    }

    private void Collect(ObjectType type, SelectionSetNode set, OrderedDictionary<string, List<FieldNode>> groups, HashSet<string> visited)
    {
        _selections += set.Selections.Count;
        if (_selections > MostSelections)
            throw new GraphQLException($"The operation takes more than {MostSelections} selections to work out.", ErrorCodes.SelectionTooLarge);

        foreach (var selection in set.Selections.Where(IsIncluded))
        {
            switch (selection)
            {
                case FieldNode field:
                    Add(field, groups);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, groups, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && fragments.TryGetValue(spread.Name.Value, out var fragment)
                    && Applies(fragment.TypeCondition, type):
                    Collect(type, fragment.SelectionSet, groups, visited);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Add(FieldNode field, OrderedDictionary<string, List<FieldNode>> groups)
    {
        if (!groups.TryGetValue(field.ResponseName, out var group))
        {
            group = [];
            groups.Add(field.ResponseName, group);
        }

        group.Add(field);
    }

    /// <summary>DoesFragmentTypeApply() of the specification.</summary>
    private bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null || (schema.Types[condition.Name.Value] is CompositeType composite && schema.PossibleTypes(composite).Contains(type));

    private bool IsIncluded(SelectionNode selection) => !Holds(selection, "skip", false) && Holds(selection, "include", true);

    private bool Holds(SelectionNode selection, string directive, bool otherwise)
    {
        var found = selection.Directives.FirstOrDefault(node => node.Name.Value == directive);
        if (found is null)
            return otherwise;

        var condition = found.Arguments.FirstOrDefault(argument => argument.Name.Value == "if");
        return condition?.Value switch
        {
            BooleanValueNode literal => literal.Value,
            VariableNode variable => ValueOf(variable),
            _ => throw Invalid("Argument \"if\" of required type \"Boolean!\" was not provided.", found),
        };
    }

    private bool ValueOf(VariableNode variable)
    {
        if (!variables.ByName.TryGetValue(variable.Name.Value, out var value))
        {
            throw Invalid(
                $"Argument \"if\" of required type \"Boolean!\" was provided the variable \"${variable.Name.Value}\" which was not provided a runtime value.",
                variable);
        }

        return value as bool? ?? throw Invalid("Argument \"if\" of non-null type \"Boolean!\" must not be null.", variable);
    }

    private GraphQLException Invalid(string message, SyntaxNode node) => new(GraphQLError.At(message, source, node) with
    {
        Extensions = new Dictionary<string, object?> { ["code"] = ErrorCodes.InvalidArgument },
    });
}
