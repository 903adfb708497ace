namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>A type has a field, a member or a value (specification, sections 3.6 to 3.10, Type Validation).</summary>
internal static class TypesAreNotEmpty
{
    public static void Check(SchemaContext context)
    {
        foreach (var type in context.Types)
        {
            if (FindMessage(type) is { } message)
                context.Report(message, type.Nodes);
        }
    }

    private static string? FindMessage(NamedType type) => type switch
    {
        FieldsType { Fields.Count: 0 } => $"Type {type} must define one or more fields.",
        UnionType union when UnionMembers.Declared(union).Count == 0 => $"Union type {type} must define one or more member types.",
        EnumType { Values.Count: 0 } => $"Enum type {type} must define one or more values.",
        InputObjectType { Fields.Count: 0 } => $"Input Object type {type} must define one or more fields.",
        _ => null,
    };
}
