using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>What is extended is defined, and of the same kind (specification, sections 3.4.3 and 3.5 to 3.10, Extensions).</summary>
internal static class PossibleTypeExtensions
{
    public static void Check(DefinitionContext context)
    {
        foreach (var node in context.Definitions.All.OfType<TypeDefinitionNode>().Where(node => node.IsExtension))
            Check(context, node);
    }

    private static void Check(DefinitionContext context, TypeDefinitionNode extension)
    {
        var name = extension.Name.Value;
        if (!context.Definitions.Types.TryGetValue(name, out var definition))
        {
            var suggestion = Suggestions.DidYouMean(name, context.Definitions.Types.Keys);
            context.Report($"Cannot extend type \"{name}\" because it is not defined.{suggestion}", extension.Name);
        }
        else if (definition.GetType() != extension.GetType())
        {
            context.Report($"Cannot extend non-{Kind(extension)} type \"{name}\".", definition, extension);
        }
    }

    private static string Kind(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        InputObjectTypeDefinitionNode => "input object",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };
}
