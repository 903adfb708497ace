using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>No two operations of a document have the same name (specification, section 5.2.2.1).</summary>
internal sealed class UniqueOperationNames(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override void Listen(WalkEvents events) => events.OperationEntered += Check;

    private void Check(OperationDefinitionNode operation)
    {
        if (operation.Name is { } name && !_known.TryAdd(name.Value, name))
            context.Report($"There can be only one operation named \"{name.Value}\".", _known[name.Value], name);
    }
}
