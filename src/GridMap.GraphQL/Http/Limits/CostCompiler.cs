using System.Globalization;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Http.Limits;

/// <summary>
/// Works out the cost of a valid operation: the weight of each field and what is below it, as often as the lists above are long.
/// A fragment is worked out once for each place its size depends on. Introspection costs nothing.
/// </summary>
internal sealed class CostCompiler(Schema schema, DocumentNode document, OperationDefinitionNode operation, OperationLimits limits)
{
    private readonly List<CostStep> _steps = [];
    private readonly Dictionary<(string Fragment, Slice? Slice), int> _fragmentSteps = [];
    private readonly Dictionary<FieldDefinition, FieldCost> _fieldCosts = [];
    private readonly Dictionary<FieldNode, ListSize> _sizes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = document.Definitions.OfType<FragmentDefinitionNode>()
        .ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

    public OperationCost Compile()
    {
        var counted = Selections(operation.SelectionSet, schema.RootType(operation.Operation)!, slice: null);
        Add(new CostStep(Weight: 0, ListSize.One, counted));
        return new OperationCost(_steps);
    }

    private List<int> Selections(SelectionSetNode set, CompositeType parent, Slice? slice)
    {
        var counted = new List<int>();
        foreach (var selection in set.Selections)
        {
            var step = selection switch
            {
                FieldNode field => Field(field, parent, slice),
                InlineFragmentNode fragment => Fragment(fragment.SelectionSet, fragment.TypeCondition, parent, slice),
                FragmentSpreadNode spread => Spread(spread.Name.Value, slice),
                _ => throw new ArgumentOutOfRangeException(nameof(set), selection, null),
            };
            if (step is { } found)
            {
                counted.Add(found);
            }
        }

        return counted;
    }

    private int? Field(FieldNode node, CompositeType parent, Slice? slice)
    {
        if (parent is not FieldsType type || !type.Fields.TryGetValue(node.Name.Value, out var field))
        {
            // __typename, __schema, __type.
            return null;
        }

        var cost = CostOf(field);
        var own = Size(node, field, cost);
        var below = node.SelectionSet is { } set && field.Type.Named is CompositeType composite
            ? Selections(set, composite, cost.IsList || own is null ? null : new Slice(own, cost.SizedFields))
            : [];
        if (cost.Weight == 0 && below.Count == 0)
        {
            return null;
        }

        var size = !cost.IsList ? ListSize.One : own ?? SliceOf(slice, field.Name) ?? ListSize.Of(cost.AssumedSize ?? limits.AssumedListSize);
        return Add(new CostStep(cost.Weight, size, below));
    }

    private int Fragment(SelectionSetNode set, NamedTypeNode? condition, CompositeType parent, Slice? slice)
    {
        var type = condition is null ? parent : (CompositeType)schema.Types[condition.Name.Value];
        return Add(new CostStep(Weight: 0, ListSize.One, Selections(set, type, slice)));
    }

    private int Spread(string name, Slice? slice)
    {
        if (_fragmentSteps.TryGetValue((name, slice), out var known))
        {
            return known;
        }

        var fragment = _fragments[name];
        var step = Fragment(fragment.SelectionSet, fragment.TypeCondition, (CompositeType)schema.Types[fragment.TypeCondition.Name.Value], slice);
        return _fragmentSteps[(name, slice)] = step;
    }

    /// <summary>The slice of a field that has slicing arguments, told once for each place in the document, so that fragments are known again by it.</summary>
    private ListSize? Size(FieldNode node, FieldDefinition field, FieldCost cost)
    {
        if (cost.SlicingArguments.Count == 0)
        {
            return null;
        }

        if (!_sizes.TryGetValue(node, out var size))
        {
            var values = cost.SlicingArguments.Select(name => Value(node, field.Arguments[name])).ToList();
            _sizes[node] = size = new ListSize(
                [.. values.OfType<VariableNode>().Select(variable => new SizeVariable(variable.Name.Value, Default(variable.Name.Value)))],
                values.OfType<IntValueNode>().Max(number => (long?)Number(number)),
                cost.AssumedSize ?? limits.AssumedPageSize);
        }

        return size;
    }

    private static ValueNode? Value(FieldNode node, InputValueDefinition argument) =>
        node.Arguments.FirstOrDefault(given => given.Name.Value == argument.Name)?.Value ?? argument.DefaultValue;

    private long? Default(string variable) =>
        operation.VariableDefinitions.FirstOrDefault(definition => definition.Variable.Name.Value == variable)?.DefaultValue is IntValueNode number
            ? Number(number)
            : null;

    private FieldCost CostOf(FieldDefinition field) =>
        _fieldCosts.TryGetValue(field, out var known) ? known : _fieldCosts[field] = FieldCost.Of(field);

    private static ListSize? SliceOf(Slice? slice, string field) =>
        slice is { } given && (given.Fields is null || given.Fields.Contains(field)) ? given.Size : null;

    private static int Number(IntValueNode number) =>
        int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? Math.Max(value, 0) : int.MaxValue;

    private int Add(CostStep step)
    {
        _steps.Add(step);
        return _steps.Count - 1;
    }

    /// <summary>The size that a connection's arguments give the lists in it.</summary>
    private readonly record struct Slice(ListSize Size, IReadOnlyList<string>? Fields);
}
