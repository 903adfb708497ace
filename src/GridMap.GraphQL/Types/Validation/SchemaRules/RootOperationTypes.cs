using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>There is a query type; root types are objects, and different ones (specification, section 3.3.1).</summary>
internal static class RootOperationTypes
{
    private static readonly OperationType[] Operations = [OperationType.Query, OperationType.Mutation, OperationType.Subscription];

    public static void Check(SchemaContext context)
    {
        if (context.Roots.FindNamed(OperationType.Query) is null)
            context.Report("Query root type must be provided.", context.Schema.Nodes.Where(node => !node.IsExtension));

        foreach (var operation in Operations)
        {
            if (context.Roots.FindNamed(operation) is not (null or ObjectType) and var type)
            {
                var ifProvided = operation == OperationType.Query ? "" : " if provided";
                context.Report($"{operation} root type must be Object type{ifProvided}, it cannot be {type}.", NodeOf(context, operation, type));
            }
        }

        foreach (var shared in Operations.GroupBy(context.Schema.RootType).Where(shared => shared.Key is not null && shared.Count() > 1))
        {
            context.Report(
                $"All root types must be different, \"{shared.Key}\" type is used as {Listed([.. shared])} root types.",
                shared.Select(operation => NodeOf(context, operation, shared.Key!)));
        }
    }

    private static string Listed(IReadOnlyList<OperationType> operations)
    {
        List<string> names = [.. operations.Select(operation => operation.ToString().ToLowerInvariant())];
        return names is [var first, var second] ? $"{first} and {second}" : $"{string.Join(", ", names[..^1])}, and {names[^1]}";
    }

    private static SyntaxNode? NodeOf(SchemaContext context, OperationType operation, NamedType type) =>
        (SyntaxNode?)context.Roots.FindNode(operation)?.Type ?? (type.Nodes is [var definition, ..] ? definition : null);
}
