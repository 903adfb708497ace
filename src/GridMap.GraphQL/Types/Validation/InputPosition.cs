namespace GridMap.GraphQL.Types.Validation;

/// <summary>An argument or a field of an input object, and how messages name it: `Query.grid(id:)`, `@tag(name:)` or `GridInput.name`.</summary>
/// <param name="Kind">What it is in messages.</param>
internal sealed record InputPosition(string Name, string Kind, InputValueDefinition Value)
{
    public static IEnumerable<InputPosition> Of(DirectiveDefinition directive) =>
        directive.Arguments.Values.Select(argument => new InputPosition($"@{directive.Name}({argument.Name}:)", "argument", argument));

    public static IEnumerable<InputPosition> Of(NamedType type) => type switch
    {
        FieldsType fields => fields.Fields.Values.SelectMany(field => Of(type, field)),
        InputObjectType input => input.Fields.Values.Select(field => new InputPosition($"{type.Name}.{field.Name}", "input field", field)),
        _ => [],
    };

    private static IEnumerable<InputPosition> Of(NamedType type, FieldDefinition field) =>
        field.Arguments.Values.Select(argument => new InputPosition($"{type.Name}.{field.Name}({argument.Name}:)", "argument", argument));
}
