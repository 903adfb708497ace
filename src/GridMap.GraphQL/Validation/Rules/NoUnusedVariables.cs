using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>An operation uses all variables that it defines, itself or through fragments (specification, section 5.8.4).</summary>
internal sealed class NoUnusedVariables(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.OperationLeft += Check;

    private void Check(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.Count == 0)
            return;

        var used = context.Facts.UsagesOf(operation).Select(usage => usage.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
        var end = operation.Name is { } name ? $" in operation \"{name.Value}\"." : ".";
        foreach (var definition in operation.VariableDefinitions)
        {
            if (!used.Contains(definition.Variable.Name.Value))
                context.Report($"Variable \"${definition.Variable.Name.Value}\" is never used{end}", definition);
        }
    }
}
