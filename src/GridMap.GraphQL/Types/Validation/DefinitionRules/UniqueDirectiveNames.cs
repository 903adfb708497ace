using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>No two directives have one name (specification, section 3.3).</summary>
internal static class UniqueDirectiveNames
{
    public static void Check(DefinitionContext context)
    {
        foreach (var node in context.Definitions.All.OfType<DirectiveDefinitionNode>())
        {
            var first = context.Definitions.Directives[node.Name.Value];
            if (first != node)
                context.Report($"There can be only one directive named \"@{node.Name.Value}\".", first.Name, node.Name);
        }
    }
}
