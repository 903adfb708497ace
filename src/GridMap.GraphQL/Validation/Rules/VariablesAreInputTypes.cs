using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>Variables are of types that values can be given for: scalars, enums and input objects (specification, section 5.8.2).</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.VariableDefinitionEntered += Check;

    private void Check(VariableDefinitionNode variable)
    {
        if (context.Schema.FindType(variable.Type) is { IsInput: false } type)
            context.Report($"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{type}\".", variable.Type);
    }
}
