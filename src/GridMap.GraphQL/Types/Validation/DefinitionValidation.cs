using GridMap.GraphQL.Types.Validation.DefinitionRules;

namespace GridMap.GraphQL.Types.Validation;

/// <summary>Checks definitions before types are made of them: names, references, extensions, directives.</summary>
internal static class DefinitionValidation
{
    private static readonly Action<DefinitionContext>[] Rules =
    [
        LoneSchemaDefinition.Check,
        UniqueOperationTypes.Check,
        UniqueTypeNames.Check,
        UniqueDirectiveNames.Check,
        KnownTypeNames.Check,
        PossibleTypeExtensions.Check,
    ];

    public static IReadOnlyList<SchemaError> Check(DefinitionContext context)
    {
        foreach (var rule in Rules)
            rule(context);

        return context.Errors;
    }
}
