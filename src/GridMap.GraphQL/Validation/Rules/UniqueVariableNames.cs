using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>No two variables of an operation have the same name (specification, section 5.8.1).</summary>
internal sealed class UniqueVariableNames(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.OperationEntered += Check;

    private void Check(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.Count < 2)
            return;

        foreach (var names in operation.VariableDefinitions.Select(definition => definition.Variable.Name).GroupBy(name => name.Value))
        {
            if (names.Skip(1).Any())
                context.Report($"There can be only one variable named \"${names.Key}\".", [.. names]);
        }
    }
}
