namespace GridMap.GraphQL.Types;

/// <summary>A type as a field or an argument has it: a named type, or a list or a non-null wrapping of one.</summary>
public abstract class GraphQLType
{
    /// <summary>The type under all wrappings.</summary>
    public NamedType Named => this switch
    {
        ListType list => list.OfType.Named,
        NonNullType nonNull => nonNull.OfType.Named,
        _ => (NamedType)this,
    };

    /// <summary>The same type with null allowed.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    public bool IsOutput => Named is not InputObjectType;
}

/// <summary>Written `[OfType]`.</summary>
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override string ToString() => $"[{OfType}]";
}

/// <summary>Written `OfType!`; never of another non-null type.</summary>
public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override string ToString() => $"{OfType}!";
}
