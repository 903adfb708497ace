using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>Every type that is referred to is defined (specification, section 3.3).</summary>
internal static class KnownTypeNames
{
    public static void Check(DefinitionContext context)
    {
        foreach (var node in context.Nodes.OfType<NamedTypeNode>().Where(node => !context.IsKnownType(node.Name.Value)))
        {
            var name = node.Name.Value;
            context.Report($"Unknown type \"{name}\".{Suggestions.DidYouMean(name, context.TypeNames)}", node);
        }
    }
}
