using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Building;

/// <summary>What a definition or an extension declares; nothing for the kinds that have no such part.</summary>
internal static class Declared
{
    public static IReadOnlyList<NamedTypeNode> Interfaces(TypeDefinitionNode node) => node switch
    {
        ObjectTypeDefinitionNode objectType => objectType.Interfaces,
        InterfaceTypeDefinitionNode interfaceType => interfaceType.Interfaces,
        _ => [],
    };

    public static IReadOnlyList<FieldDefinitionNode> Fields(TypeDefinitionNode node) => node switch
    {
        ObjectTypeDefinitionNode objectType => objectType.Fields,
        InterfaceTypeDefinitionNode interfaceType => interfaceType.Fields,
        _ => [],
    };
}
