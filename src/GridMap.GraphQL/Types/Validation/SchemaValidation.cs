using GridMap.GraphQL.Types.Validation.SchemaRules;

namespace GridMap.GraphQL.Types.Validation;

/// <summary>Checks a schema whose definitions are sound in themselves: the Type Validation sections of the specification's chapter 3.</summary>
internal static class SchemaValidation
{
    private static readonly Action<SchemaContext>[] Rules =
    [
        RootOperationTypes.Check,
        ReservedNames.Check,
        TypesAreNotEmpty.Check,
        InputAndOutputTypes.Check,
        RequiredInputsAreNotDeprecated.Check,
        ImplementedInterfaces.Check,
        InterfaceFields.Check,
        UnionMembers.Check,
        OneOfFields.Check,
        InputObjectCycles.Check,
        DefaultValueCycles.Check,
        DirectiveCycles.Check,
        ValidValues.Check,
    ];

    public static IReadOnlyList<SchemaError> Check(SchemaContext context)
    {
        foreach (var rule in Rules)
            rule(context);

        return context.Errors;
    }
}
