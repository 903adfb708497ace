using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Building;

namespace GridMap.GraphQL.Types.Validation;

/// <summary>The nodes within the nodes of a type system, in the order in which they are written.</summary>
internal static class TypeSystemTree
{
    /// <summary>The node itself and all within it.</summary>
    public static IEnumerable<SyntaxNode> Nodes(SyntaxNode node) => [node, .. Children(node).SelectMany(Nodes)];

    private static IEnumerable<SyntaxNode> Children(SyntaxNode node) => node switch
    {
        SchemaDefinitionNode schema => [.. schema.Directives, .. schema.OperationTypes],
        OperationTypeDefinitionNode operation => [operation.Type],
        TypeDefinitionNode type => [type.Name, .. Declared.Interfaces(type), .. type.Directives, .. Members(type)],
        DirectiveDefinitionNode directive => [directive.Name, .. directive.Arguments, .. directive.Locations],
        FieldDefinitionNode field => [field.Name, .. field.Arguments, field.Type, .. field.Directives],
        InputValueDefinitionNode value => [value.Name, value.Type, .. OneOrNone(value.DefaultValue), .. value.Directives],
        EnumValueDefinitionNode value => [value.Name, .. value.Directives],
        DirectiveNode directive => [directive.Name, .. directive.Arguments],
        ArgumentNode argument => [argument.Name, argument.Value],
        ListTypeNode list => [list.Type],
        NonNullTypeNode nonNull => [nonNull.Type],
        ListValueNode list => list.Values,
        ObjectValueNode value => value.Fields,
        ObjectFieldNode field => [field.Name, field.Value],
        _ => [],
    };

    private static IEnumerable<SyntaxNode> Members(TypeDefinitionNode node) => node switch
    {
        UnionTypeDefinitionNode union => union.Types,
        EnumTypeDefinitionNode values => values.Values,
        InputObjectTypeDefinitionNode input => input.Fields,
        _ => Declared.Fields(node),
    };

    private static IEnumerable<SyntaxNode> OneOrNone(SyntaxNode? node) => node is null ? [] : [node];
}
