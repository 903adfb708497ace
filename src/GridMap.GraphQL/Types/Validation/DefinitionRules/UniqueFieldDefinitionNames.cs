using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Building;

namespace GridMap.GraphQL.Types.Validation.DefinitionRules;

/// <summary>A type and its extensions have no field twice (specification, sections 3.6, 3.7 and 3.10).</summary>
internal static class UniqueFieldDefinitionNames
{
    public static void Check(DefinitionContext context)
    {
        var seen = new Dictionary<(string Type, string Field), NameNode>();
        foreach (var type in context.Definitions.All.OfType<TypeDefinitionNode>())
        {
            foreach (var name in Names(type))
            {
                var key = (type.Name.Value, name.Value);
                if (!seen.TryAdd(key, name))
                    context.Report($"Field \"{key.Item1}.{key.Item2}\" can only be defined once.", seen[key], name);
            }
        }
    }

    private static IEnumerable<NameNode> Names(TypeDefinitionNode type) => type is InputObjectTypeDefinitionNode input
        ? input.Fields.Select(field => field.Name)
        : Declared.Fields(type).Select(field => field.Name);
}
