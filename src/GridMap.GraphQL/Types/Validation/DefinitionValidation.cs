using GridMap.GraphQL.Types.Validation.DefinitionRules;

namespace GridMap.GraphQL.Types.Validation;

/// <summary>Checks definitions before types are made of them: names, references, extensions, directives.</summary>
internal static class DefinitionValidation
{
    private static readonly Action<DefinitionContext>[] Rules =
    [
        TypeSystemOnly.Check,
        LoneSchemaDefinition.Check,
        UniqueOperationTypes.Check,
        UniqueTypeNames.Check,
        UniqueEnumValueNames.Check,
        UniqueFieldDefinitionNames.Check,
        UniqueArgumentDefinitionNames.Check,
        UniqueDirectiveNames.Check,
        KnownTypeNames.Check,
        KnownDirectives.Check,
        UniqueDirectivesPerLocation.Check,
        PossibleTypeExtensions.Check,
        KnownArgumentNames.Check,
        UniqueArgumentNames.Check,
        UniqueInputFieldNames.Check,
        ProvidedRequiredArguments.Check,
    ];

    public static IReadOnlyList<SchemaError> Check(DefinitionContext context)
    {
        foreach (var rule in Rules)
            rule(context);

        return context.Errors;
    }
}
