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

    private readonly ExecutableDocument _document;
    private readonly ConcurrentDictionary<(ulong Known, ulong True), OperationPlan> _plans = new();

    internal PreparedOperation(ExecutableDocument document, OperationDefinitionNode node)
    {
        _document = document;
        Node = node;
        RootType = document.Context.Schema.RootType(node.Operation)
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
            return new VariableCoercion(_document.Context.Schema, _document.Source).TryCoerce(Node.VariableDefinitions, json, out variables, out errors);

        variables = VariableValues.None;
        errors = null;
        return true;
    }

    internal OperationPlan PlanFor(VariableValues variables)
    {
        if (_document.Conditions.Count > MostConditions)
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
        for (var i = 0; i < _document.Conditions.Count; i++)
        {
            if (!variables.ByName.TryGetValue(_document.Conditions[i], out var value) || value is not bool condition)
                continue;

            known |= 1UL << i;
            isTrue |= condition ? 1UL << i : 0;
        }

        return (known, isTrue);
    }

    private OperationPlan Plan(VariableValues variables)
    {
        var collector = new FieldCollector(_document.Context.Schema, _document.Fragments, _document.Source, variables);
        return new Planner(_document.Context, _document.Source, collector).Plan(RootType, Node.SelectionSet);
    }
}
