using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>Each kind of operation has one root type (specification, section 3.3.1).</summary>
internal static class UniqueOperationTypes
{
    public static void Check(DefinitionContext context)
    {
        var seen = new Dictionary<OperationType, OperationTypeDefinitionNode>();
        foreach (var node in context.Definitions.All.OfType<SchemaDefinitionNode>().SelectMany(schema => schema.OperationTypes))
        {
            if (!seen.TryAdd(node.Operation, node))
                context.Report($"There can be only one {node.Operation.ToString().ToLowerInvariant()} type in schema.", seen[node.Operation], node);
        }
    }
}
