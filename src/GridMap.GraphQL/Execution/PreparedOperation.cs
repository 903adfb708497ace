using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution.Inputs;
using GridMap.GraphQL.Execution.Plans;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Execution;

/// <summary>One operation of a valid document. It is planned when first executed, once for each combination of what `@skip` and `@include` depend on.</summary>
public sealed class PreparedOperation
{
    private const int MostPlans = 32;
    private const int MostConditions = 64;

    private readonly PlanningContext _context;
    private readonly DocumentNode _document;
    private readonly IReadOnlyList<string> _conditions;
    private readonly IReadOnlyDictionary<string, FragmentDefinitionNode> _fragments;
    private readonly ConcurrentDictionary<(ulong Known, ulong True), OperationPlan> _plans = new();

    internal PreparedOperation(PlanningContext context, DocumentNode document, OperationDefinitionNode node)
    {
        _context = context;
        _document = document;
        _conditions = ConditionVariables.Of(document);
        _fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        Node = node;
        RootType = context.Schema.RootType(node.Operation)
            ?? throw new InvalidOperationException($"The schema has no type for a {node.Operation}: the document was not validated.");
    }

    public OperationDefinitionNode Node { get; }

    public ObjectType RootType { get; }

    public OperationType Type => Node.Operation;

    public string? Name => Node.Name?.Value;

    /// <summary>CoerceVariableValues() of the specification, section 6.1.2; null or no JSON means no variables. Errors are request errors.</summary>
    public bool TryCoerceVariables(
        JsonElement? json, [NotNullWhen(true)] out VariableValues? variables, [NotNullWhen(false)] out IReadOnlyList<GraphQLError>? errors)
    {
        if (Node.VariableDefinitions.Count > 0)
            return new VariableCoercion(_context.Schema, _document.Source).TryCoerce(Node.VariableDefinitions, json, out variables, out errors);

        variables = VariableValues.None;
        errors = null;
        return true;
    }

    internal OperationPlan PlanFor(VariableValues variables)
    {
        if (_conditions.Count > MostConditions)
            return Plan(variables);

        var key = KeyOf(variables);
        if (_plans.TryGetValue(key, out var known))
            return known;

        var plan = Plan(variables);
        if (_plans.Count < MostPlans)
        {
            _plans.TryAdd(key, plan);
        }

        return plan;
    }

    private (ulong Known, ulong True) KeyOf(VariableValues variables)
    {
        var (known, isTrue) = (0UL, 0UL);
        for (var i = 0; i < _conditions.Count; i++)
        {
            if (!variables.ByName.TryGetValue(_conditions[i], out var value) || value is not bool condition)
                continue;

            known |= 1UL << i;
            isTrue |= condition ? 1UL << i : 0;
        }

        return (known, isTrue);
    }

    private OperationPlan Plan(VariableValues variables)
    {
        var collector = new FieldCollector(_context.Schema, _fragments, _document.Source, variables);
        return new Planner(_context, _document.Source, collector).Plan(RootType, Node.SelectionSet);
    }
}
