using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution.Plans;

/// <summary>
/// Works out an operation once: the fields of every object type that can occur, merged and in order. The same selections of the same type are planned
/// once, however many paths lead to them.
/// </summary>
internal sealed class Planner(PlanningContext context, Source source, FieldCollector collector)
{
    private readonly Dictionary<SelectionKey, ObjectPlan> _plans = [];
    private readonly List<VariableArguments> _variableArguments = [];

    public LeafWriters Leaves => context.Leaves;

    public Func<object, string?>? TypeNameOf => context.TypeNameOf;

    public OperationPlan Plan(ObjectType rootType, SelectionSetNode selectionSet)
    {
        var root = PlanSets(rootType, [selectionSet]);
        return new(source, root, _variableArguments);
    }

    /// <summary>What fields of one response name select of an object, together (specification, MergeSelectionSets, section 6.4.3).</summary>
    public ObjectPlan PlanSelection(ObjectType type, IReadOnlyList<FieldNode> nodes) => PlanSets(type, SetsOf(nodes));

    /// <summary>The same for every object type that a value of an abstract type can have.</summary>
    public IReadOnlyDictionary<ObjectType, ObjectPlan> PlanSelections(CompositeType type, IReadOnlyList<FieldNode> nodes)
    {
        var sets = SetsOf(nodes);
        return context.Schema.PossibleTypes(type).ToDictionary(possible => possible, possible => PlanSets(possible, sets));
    }

    public ArgumentPlan Arguments(FieldShape shape, FieldResolver resolver)
    {
        if (!shape.Nodes[0].Arguments.Any(argument => ArgumentCoercion.HasVariables(argument.Value)) && TryBind(shape, resolver) is { } constant)
            return new(constant, null);

        var variable = new VariableArguments(_variableArguments.Count, shape, resolver, source);
        _variableArguments.Add(variable);
        return new(null, variable);
    }

    private static SelectionSetNode[] SetsOf(IReadOnlyList<FieldNode> nodes) =>
        [.. nodes.Where(node => node.SelectionSet is not null).Select(node => node.SelectionSet!)];

    /// <summary>Null where an argument is wrong: the field is then an error whenever it is executed, not before.</summary>
    private object?[]? TryBind(FieldShape shape, FieldResolver resolver)
    {
        try
        {
            return resolver.BindArguments(ArgumentCoercion.Coerce(shape.Definition, shape.Nodes[0], VariableValues.None, source));
        }
        catch (Exception exception) when (exception is GraphQLException or CoercionException)
        {
            return null;
        }
    }

    private ObjectPlan PlanSets(ObjectType type, SelectionSetNode[] sets)
    {
        var key = new SelectionKey(type, sets);
        if (_plans.TryGetValue(key, out var known))
            return known;

        var groups = collector.Collect(type, sets);
        var fields = new List<FieldPlan>(groups.Count);
        foreach (var (responseName, nodes) in groups)
        {
            fields.Add(PlanField(type, responseName, nodes, fields.Count == 0));
        }

        var plan = new ObjectPlan(type, [.. fields]);
        _plans.Add(key, plan);
        return plan;
    }

    private FieldPlan PlanField(ObjectType type, string responseName, List<FieldNode> nodes, bool isFirst)
    {
        var definition = context.Schema.FindField(type, nodes[0].Name.Value)
            ?? throw new InvalidOperationException($"{type.Name} has no field {nodes[0].Name.Value}: the document was not validated.");
        var shape = new FieldShape(type, definition, responseName, nodes, isFirst, this);
        if (definition == context.Schema.MetaFields.TypeName)
            return new TypeNamePlan(shape);

        return PlanningContext.ResolverOf(definition).Plan(shape);
    }

    /// <summary>Selection sets that are merged, of one type; the same nodes mean the same plan.</summary>
    private readonly struct SelectionKey(ObjectType type, SelectionSetNode[] sets) : IEquatable<SelectionKey>
    {
        private readonly ObjectType _type = type;
        private readonly SelectionSetNode[] _sets = sets;

        public bool Equals(SelectionKey other) => _type == other._type && _sets.AsSpan().SequenceEqual(other._sets);

        public override bool Equals(object? obj) => obj is SelectionKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(_type);
            foreach (var set in _sets)
            {
                hash.Add(set);
            }

            return hash.ToHashCode();
        }
    }
}

/// <summary>What all plans of an engine share.</summary>
internal sealed record PlanningContext(Schema Schema, Func<object, string?>? TypeNameOf)
{
    public LeafWriters Leaves { get; } = new();

    public static FieldResolver ResolverOf(FieldDefinition field) =>
        field.Resolver ?? throw new InvalidOperationException($"The field {field.Name} has no resolver.");
}
