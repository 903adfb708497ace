using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Building;

namespace GridMap.GraphQL.Types.Validation;

/// <summary>A place in a type system at which directives may stand.</summary>
/// <param name="Location">As in a directive's definition: `FIELD_DEFINITION`.</param>
internal sealed record DirectiveSite(SyntaxNode Node, string Location, IReadOnlyList<DirectiveNode> Directives)
{
    /// <summary>The definition itself and the places within it.</summary>
    public static IEnumerable<DirectiveSite> Of(TypeSystemDefinitionNode definition) => definition switch
    {
        DirectiveDefinitionNode directive => directive.Arguments.Select(OfArgument),
        TypeDefinitionNode type => [new(type, LocationOf(type), type.Directives), .. Within(type)],
        _ => [new(definition, "SCHEMA", definition.Directives)],
    };

    private static IEnumerable<DirectiveSite> Within(TypeDefinitionNode type) => type switch
    {
        EnumTypeDefinitionNode values => values.Values.Select(value => new DirectiveSite(value, "ENUM_VALUE", value.Directives)),
        InputObjectTypeDefinitionNode input => input.Fields.Select(field => new DirectiveSite(field, "INPUT_FIELD_DEFINITION", field.Directives)),
        _ => Declared.Fields(type).SelectMany(OfField),
    };

    private static IEnumerable<DirectiveSite> OfField(FieldDefinitionNode field) =>
        [.. field.Arguments.Select(OfArgument), new(field, "FIELD_DEFINITION", field.Directives)];

    private static DirectiveSite OfArgument(InputValueDefinitionNode argument) => new(argument, "ARGUMENT_DEFINITION", argument.Directives);

    private static string LocationOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "SCALAR",
        ObjectTypeDefinitionNode => "OBJECT",
        InterfaceTypeDefinitionNode => "INTERFACE",
        UnionTypeDefinitionNode => "UNION",
        EnumTypeDefinitionNode => "ENUM",
        InputObjectTypeDefinitionNode => "INPUT_OBJECT",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
