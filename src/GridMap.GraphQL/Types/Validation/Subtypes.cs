namespace GridMap.GraphQL.Types.Validation;

/// <summary>How types stand to each other (specification, section 3.6, IsSubType).</summary>
internal static class Subtypes
{
    public static bool AreEqual(GraphQLType one, GraphQLType other) => (one, other) switch
    {
        (NonNullType left, NonNullType right) => AreEqual(left.OfType, right.OfType),
        (ListType left, ListType right) => AreEqual(left.OfType, right.OfType),
        _ => one == other,
    };

    /// <summary>Every value of the one is a value of the other.</summary>
    public static bool IsSubtype(GraphQLType type, GraphQLType super) => (type, super) switch
    {
        (NonNullType left, NonNullType right) => IsSubtype(left.OfType, right.OfType),
        (NonNullType left, _) => IsSubtype(left.OfType, super),
        (ListType left, ListType right) => IsSubtype(left.OfType, right.OfType),
        (NamedType left, NamedType right) => left == right || IsMember(left, right),
        _ => false,
    };

    private static bool IsMember(NamedType type, NamedType super) => super switch
    {
        InterfaceType contract => type is FieldsType fields && fields.Interfaces.Contains(contract),
        UnionType union => type is ObjectType member && union.Types.Contains(member),
        _ => false,
    };
}
