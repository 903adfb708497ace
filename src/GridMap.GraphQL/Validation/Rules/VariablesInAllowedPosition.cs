using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Validation.Rules;

/// <summary>Variables are used only where all values of their types are expected (specification, section 5.8.5).</summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : ValidationRule
{
    public override void Listen(WalkEvents events) => events.OperationLeft += Check;

    private void Check(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.Count == 0)
            return;

        var definitions = new Dictionary<string, VariableDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
            definitions[definition.Variable.Name.Value] = definition;

        foreach (var usage in context.Facts.UsagesOf(operation))
        {
            if (definitions.TryGetValue(usage.Node.Name.Value, out var definition))
                Check(definition, usage);
        }
    }

    private void Check(VariableDefinitionNode definition, VariableUsage usage)
    {
        if (usage.Site.Type is not { } expected || context.Schema.FindType(definition.Type) is not { } type)
            return;

        var name = definition.Variable.Name.Value;
        if (!IsUsageAllowed(definition, type, usage.Site))
            context.Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);

        if (usage.Site.Owner is { IsOneOf: true } owner && type is not NonNullType)
        {
            context.Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{owner}\".",
                definition,
                usage.Node);
        }
    }

    /// <summary>IsVariableUsageAllowed: a default, of the variable or of the place, stands in for a variable that is not given.</summary>
    private static bool IsUsageAllowed(VariableDefinitionNode definition, GraphQLType type, ValueSite site)
    {
        if (site.Type is not NonNullType expected || type is NonNullType)
            return AreCompatible(type, site.Type!);

        var hasDefault = site.HasDefault || definition.DefaultValue is not (null or NullValueNode);
        return hasDefault && AreCompatible(type, expected.OfType);
    }

    /// <summary>AreTypesCompatible of the section.</summary>
    private static bool AreCompatible(GraphQLType given, GraphQLType expected) => (given, expected) switch
    {
        (NonNullType inner, NonNullType outer) => AreCompatible(inner.OfType, outer.OfType),
        (_, NonNullType) => false,
        (NonNullType inner, _) => AreCompatible(inner.OfType, expected),
        (ListType inner, ListType outer) => AreCompatible(inner.OfType, outer.OfType),
        _ => given == expected,
    };
}
