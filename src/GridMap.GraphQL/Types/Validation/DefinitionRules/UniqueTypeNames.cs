using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>No two types have one name (specification, section 3.3).</summary>
internal static class UniqueTypeNames
{
    public static void Check(DefinitionContext context)
    {
        foreach (var node in context.Definitions.All.OfType<TypeDefinitionNode>().Where(node => !node.IsExtension))
        {
            var first = context.Definitions.Types[node.Name.Value];
            if (first != node)
                context.Report($"There can be only one type named \"{node.Name.Value}\".", first.Name, node.Name);
        }
    }
}
