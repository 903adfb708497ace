using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>A schema is defined once (specification, section 3.3).</summary>
internal static class LoneSchemaDefinition
{
    public static void Check(DefinitionContext context)
    {
        foreach (var node in context.Definitions.All.OfType<SchemaDefinitionNode>().Where(node => !node.IsExtension).Skip(1))
            context.Report("Must provide only one schema definition.", node);
    }
}
