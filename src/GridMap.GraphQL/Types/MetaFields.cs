namespace GridMap.GraphQL.Types;

/// <summary>The fields that types have without defining them (specification, sections 4.1 and 4.2).</summary>
public sealed class MetaFields
{
    internal MetaFields(OrderedDictionary<string, NamedType> types)
    {
        TypeName = new("__typename", new NonNullType(types["String"]));
        Schema = new("__schema", new NonNullType(types["__Schema"]));
        Type = new("__type", types["__Type"]);
        Type.Arguments.Add("name", new("name", new NonNullType(types["String"]), 0));
    }

    /// <summary>Of every object, interface and union.</summary>
    public FieldDefinition TypeName { get; }

    /// <summary>Of the query type.</summary>
    public FieldDefinition Schema { get; }

    /// <summary>Of the query type.</summary>
    public FieldDefinition Type { get; }
}
