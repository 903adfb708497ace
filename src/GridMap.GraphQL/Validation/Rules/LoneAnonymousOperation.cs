using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one of its document (specification, section 5.2.3.1).</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : ValidationRule
{
    private int _operations;

    public override void Listen(WalkEvents events)
    {
        events.DocumentEntered += Count;
        events.OperationEntered += Check;
    }

    private void Count(DocumentNode document) => _operations = document.Definitions.Count(definition => definition is OperationDefinitionNode);

    private void Check(OperationDefinitionNode operation)
    {
        if (operation.Name is null && _operations > 1)
            context.Report("This anonymous operation must be the only defined operation.", operation);
    }
}
