using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types;

/// <summary>A type system: its types and directives and where operations start. Does not change once it is built.</summary>
public sealed class Schema
{
    internal Schema(
        string? description,
        OrderedDictionary<string, NamedType> types,
        OrderedDictionary<string, DirectiveDefinition> directives,
        ObjectType? query,
        ObjectType? mutation,
        ObjectType? subscription,
        IReadOnlyList<SchemaDefinitionNode> nodes)
    {
        Description = description;
        Types = types;
        Directives = directives;
        Query = query;
        Mutation = mutation;
        Subscription = subscription;
        Nodes = nodes;
        _possibleTypes = FindPossibleTypes(types);
        MetaFields = new(types);
    }

    private readonly Dictionary<CompositeType, HashSet<ObjectType>> _possibleTypes;

    public string? Description { get; }

    /// <summary>Every named type, built-in and introspection types too.</summary>
    public OrderedDictionary<string, NamedType> Types { get; }

    public OrderedDictionary<string, DirectiveDefinition> Directives { get; }

    public ObjectType? Query { get; }

    public ObjectType? Mutation { get; }

    public ObjectType? Subscription { get; }

    public IReadOnlyList<SchemaDefinitionNode> Nodes { get; }

    public MetaFields MetaFields { get; }

    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => Query,
        OperationType.Mutation => Mutation,
        OperationType.Subscription => Subscription,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
    };

    /// <summary>The object types a value of this type can have (specification, GetPossibleTypes); an object's only one is itself.</summary>
    public IReadOnlySet<ObjectType> PossibleTypes(CompositeType type) => _possibleTypes[type];

    /// <summary>The type that is referred to; null if there is none of the name.</summary>
    public GraphQLType? FindType(TypeNode node)
    {
        switch (node)
        {
            case NamedTypeNode named:
                return Types.TryGetValue(named.Name.Value, out var found) ? found : null;
            case ListTypeNode list:
                return FindType(list.Type) is { } item ? new ListType(item) : null;
            case NonNullTypeNode nonNull:
                return FindType(nonNull.Type) is { } nullable ? new NonNullType(nullable) : null;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, null);
        }
    }

    /// <summary>The field of a type by its name, meta-fields too (specification, section 5.3.1).</summary>
    public FieldDefinition? FindField(CompositeType type, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal) && FindMetaField(type, name) is { } metaField)
            return metaField;

        return type is FieldsType withFields && withFields.Fields.TryGetValue(name, out var field) ? field : null;
    }

    private FieldDefinition? FindMetaField(CompositeType type, string name) => name switch
    {
        "__typename" => MetaFields.TypeName,
        "__schema" when type == Query => MetaFields.Schema,
        "__type" when type == Query => MetaFields.Type,
        _ => null,
    };

    private static Dictionary<CompositeType, HashSet<ObjectType>> FindPossibleTypes(OrderedDictionary<string, NamedType> types)
    {
        var possible = types.Values.OfType<CompositeType>().ToDictionary(type => type, _ => new HashSet<ObjectType>());
        foreach (var type in types.Values.OfType<ObjectType>())
        {
            possible[type].Add(type);
            foreach (var implemented in type.Interfaces)
            {
                possible[implemented].Add(type);
            }
        }

        foreach (var union in types.Values.OfType<UnionType>())
        {
            possible[union].UnionWith(union.Types);
        }

        return possible;
    }
}
