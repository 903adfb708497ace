using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Building;

namespace GridMap.GraphQL.Types.Validation.SchemaRules;

/// <summary>A type implements interfaces, each once, not itself, and all that they implement (specification, section 3.6, Type Validation).</summary>
internal static class ImplementedInterfaces
{
    public static void Check(SchemaContext context)
    {
        foreach (var type in context.Types.OfType<FieldsType>())
        {
            foreach (var implemented in type.Nodes.SelectMany(Declared.Interfaces).GroupBy(node => node.Name.Value))
                Check(context, type, context.Schema.Types[implemented.Key], [.. implemented]);
        }
    }

    private static void Check(SchemaContext context, FieldsType type, NamedType implemented, IReadOnlyList<NamedTypeNode> nodes)
    {
        if (implemented is not InterfaceType contract)
        {
            context.Report($"Type {type} must only implement Interface types, it cannot implement {implemented}.", nodes);
            return;
        }

        if (type == contract)
        {
            context.Report($"Type {type} cannot implement itself because it would create a circular reference.", nodes);
            return;
        }

        foreach (var _ in nodes.Skip(1))
            context.Report($"Type {type} can only implement {contract} once.", nodes);

        foreach (var ancestor in contract.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor)))
            context.Report(MissingAncestor(type, contract, ancestor), [.. NodesOf(contract, ancestor), .. nodes]);
    }

    private static string MissingAncestor(FieldsType type, InterfaceType contract, InterfaceType ancestor) => ancestor == type
        ? $"Type {type} cannot implement {contract} because it would create a circular reference."
        : $"Type {type} must implement {ancestor} because it is implemented by {contract}.";

    private static IEnumerable<NamedTypeNode> NodesOf(FieldsType type, InterfaceType implemented) =>
        type.Nodes.SelectMany(Declared.Interfaces).Where(node => node.Name.Value == implemented.Name);
}
