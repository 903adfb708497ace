using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>A union has objects, each once (specification, section 3.8).</summary>
internal static class UnionMembers
{
    public static void Check(SchemaContext context)
    {
        foreach (var union in context.Types.OfType<UnionType>())
        {
            foreach (var member in Declared(union).GroupBy(node => node.Name.Value))
                Check(context, union, member.Key, [.. member]);
        }
    }

    /// <summary>As they are written, which may be twice or not be objects.</summary>
    public static IReadOnlyList<NamedTypeNode> Declared(UnionType union) =>
        [.. union.Nodes.OfType<UnionTypeDefinitionNode>().SelectMany(node => node.Types)];

    private static void Check(SchemaContext context, UnionType union, string member, IReadOnlyList<NamedTypeNode> nodes)
    {
        foreach (var _ in nodes.Skip(1))
            context.Report($"Union type {union} can only include type {member} once.", nodes);

        if (context.Schema.Types[member] is not ObjectType)
            context.Report($"Union type {union} can only include Object types, it cannot include {member}.", nodes);
    }
}
