using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>An enum and its extensions have no value twice (specification, section 3.9).</summary>
internal static class UniqueEnumValueNames
{
    public static void Check(DefinitionContext context)
    {
        var seen = new Dictionary<(string Type, string Value), NameNode>();
        foreach (var type in context.Definitions.All.OfType<EnumTypeDefinitionNode>())
        {
            foreach (var name in type.Values.Select(value => value.Name))
            {
                var key = (type.Name.Value, name.Value);
                if (!seen.TryAdd(key, name))
                    context.Report($"Enum value \"{key.Item1}.{key.Item2}\" can only be defined once.", seen[key], name);
            }
        }
    }
}
