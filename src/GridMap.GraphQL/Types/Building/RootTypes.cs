using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Building;

/// <summary>
/// Where operations start (specification, section 3.3.1): what the schema definition and its extensions say;
/// without a definition the types named Query, Mutation and Subscription.
/// </summary>
internal sealed class RootTypes(DefinitionSet definitions, IReadOnlyDictionary<string, NamedType> types)
{
    public ObjectType? Find(OperationType operation) => FindNamed(operation) as ObjectType;

    /// <summary>Of any kind, although only objects are valid.</summary>
    public NamedType? FindNamed(OperationType operation)
    {
        if (definitions.Schema is null && types.TryGetValue(operation.ToString(), out var ofDefaultName))
        {
            return ofDefaultName;
        }

        return FindNode(operation) is { } node ? types.GetValueOrDefault(node.Type.Name.Value) : null;
    }

    public OperationTypeDefinitionNode? FindNode(OperationType operation) =>
        definitions.All.OfType<SchemaDefinitionNode>().SelectMany(node => node.OperationTypes).FirstOrDefault(node => node.Operation == operation);
}
