using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>A value of an input object has no field twice (specification, section 5.6.3).</summary>
internal static class UniqueInputFieldNames
{
    public static void Check(DefinitionContext context)
    {
        foreach (var value in context.Nodes.OfType<ObjectValueNode>())
        {
            var seen = new Dictionary<string, NameNode>(StringComparer.Ordinal);
            foreach (var name in value.Fields.Select(field => field.Name).Where(name => !seen.TryAdd(name.Value, name)))
                context.Report($"There can be only one input field named \"{name.Value}\".", seen[name.Value], name);
        }
    }
}
