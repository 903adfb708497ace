using System.Runtime.CompilerServices;
using System.Text.Json;
using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Http.Limits;

/// <summary>Whether an operation with its variables costs no more than is allowed; each is worked out once.</summary>
internal sealed class CostCheck(OperationLimits limits, Schema schema)
{
    private readonly ConditionalWeakTable<PreparedOperation, OperationCost> _costs = [];

    public GraphQLError? Find(DocumentNode document, PreparedOperation operation, JsonElement variables)
    {
        var cost = Cost(document, operation).With(variables);
        return cost <= limits.MaxCost ? null : RequestErrors.OverLimit("COST_EXCEEDED", "of cost", "成本", cost, limits.MaxCost);
    }

    public OperationCost Cost(DocumentNode document, PreparedOperation operation) => _costs.TryGetValue(operation, out var known)
        ? known
        : _costs.GetValue(operation, _ => new CostCompiler(schema, document, operation.Node, limits).Compile());
}
