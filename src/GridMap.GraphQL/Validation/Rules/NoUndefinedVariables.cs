using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>An operation defines all variables that it uses, itself or through fragments (specification, section 5.8.3).</summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.OperationLeft += Check;

    private void Check(OperationDefinitionNode operation)
    {
        var usages = context.Facts.UsagesOf(operation);
        if (usages.Count == 0)
            return;

        var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        var end = operation.Name is { } name ? $" by operation \"{name.Value}\"." : ".";
        foreach (var usage in usages)
        {
            if (!defined.Contains(usage.Node.Name.Value))
                context.Report($"Variable \"${usage.Node.Name.Value}\" is not defined{end}", usage.Node, operation);
        }
    }
}
