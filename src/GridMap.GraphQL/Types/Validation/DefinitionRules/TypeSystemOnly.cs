using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>The documents of a schema have no operations and fragments (specification, section 3.1).</summary>
internal static class TypeSystemOnly
{
    public static void Check(DefinitionContext context)
    {
        foreach (var node in context.Definitions.Documents.SelectMany(document => document.Definitions).OfType<ExecutableDefinitionNode>())
            context.Report("A schema has only definitions of types and directives, no operations or fragments.", node);
    }
}
