using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for the kind of each operation (specification, section 5.2.1.1).</summary>
internal sealed class KnownOperationTypes(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.OperationEntered += Check;

    private void Check(OperationDefinitionNode operation)
    {
        if (context.Schema.RootType(operation.Operation) is null)
            context.Report($"The {WordOf(operation.Operation)} operation is not supported by the schema.", operation);
    }

    private static string WordOf(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    };
}
