namespace GridMap.GraphQL.Types.Building;

/// <summary>
/// The types of a schema in the order the reference implementation lists them: those that are defined, in order, each followed by the
/// types it is the first to need that are not; then what the roots, directives and introspection need. Types nobody needs are left out.
/// </summary>
internal sealed class TypeOrder
{
    private readonly HashSet<NamedType> _met = [];
    private readonly List<NamedType> _ordered = [];

    public static OrderedDictionary<string, NamedType> Of(
        IReadOnlyCollection<NamedType> defined, IEnumerable<DirectiveDefinition> directives, NamedType introspection)
    {
        var order = new TypeOrder();
        order._met.UnionWith(defined);
        foreach (var type in defined)
        {
            order._ordered.Add(type);
            order.AddNeededBy(type);
        }

        order.Add(directives.SelectMany(directive => directive.Arguments.Values).Select(argument => argument.Type));
        order.Add([introspection]);
        return new(order._ordered.Select(type => KeyValuePair.Create(type.Name, type)), StringComparer.Ordinal);
    }

    private void Add(IEnumerable<GraphQLType> types)
    {
        foreach (var type in types.Select(type => type.Named).Where(_met.Add))
        {
            _ordered.Add(type);
            AddNeededBy(type);
        }
    }

    private void AddNeededBy(NamedType type) => Add(type switch
    {
        UnionType union => union.Types,
        FieldsType fields => [.. fields.Interfaces, .. fields.Fields.Values.SelectMany(Needed)],
        InputObjectType input => input.Fields.Values.Select(field => field.Type),
        _ => [],
    });

    private static IEnumerable<GraphQLType> Needed(FieldDefinition field) =>
        [field.Type, .. field.Arguments.Values.Select(argument => argument.Type)];
}
