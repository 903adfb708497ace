using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Introspection;

/// <summary>How a schema answers about itself (specification, section 4.2): its own objects are the values of the introspection types.</summary>
internal static class IntrospectionResolvers
{
    public static void Bind(Schema schema)
    {
        schema.MetaFields.Schema.Resolver = FieldResolver.Of<object?, Schema>(_ => schema);
        schema.MetaFields.Type.Resolver = FieldResolver.Of<object?, NamedType?>((_, arguments) =>
            schema.Types.GetValueOrDefault((string)arguments["name"]!));
        BindSchema(new(schema, "__Schema"));
        BindType(new(schema, "__Type"), schema);
        BindField(new(schema, "__Field"));
        BindInputValue(new(schema, "__InputValue"));
        BindEnumValue(new(schema, "__EnumValue"));
        BindDirective(new(schema, "__Directive"));
    }

    private static void BindSchema(FieldsOf<Schema> fields) => fields
        .Set("description", schema => schema.Description)
        .Set("types", schema => schema.Types.Values.ToList())
        .Set("queryType", schema => schema.Query)
        .Set("mutationType", schema => schema.Mutation)
        .Set("subscriptionType", schema => schema.Subscription)
        .Set("directives", schema => schema.Directives.Values.ToList());

    private static void BindType(FieldsOf<GraphQLType> fields, Schema schema) => fields
        .Set("kind", KindOf)
        .Set("name", type => (type as NamedType)?.Name)
        .Set("description", type => (type as NamedType)?.Description)
        .Set("specifiedByURL", type => (type as ScalarType)?.SpecifiedBy)
        .Set("fields", (type, arguments) => Wanted((type as FieldsType)?.Fields.Values, arguments, field => field.DeprecationReason))
        .Set("interfaces", type => (type as FieldsType)?.Interfaces)
        .Set("possibleTypes", type => type is InterfaceType or UnionType ? schema.PossibleTypes((CompositeType)type).ToList() : null)
        .Set("enumValues", (type, arguments) => Wanted((type as EnumType)?.Values.Values, arguments, value => value.DeprecationReason))
        .Set("inputFields", (type, arguments) => Wanted((type as InputObjectType)?.Fields.Values, arguments, field => field.DeprecationReason))
        .Set("ofType", type => (type as ListType)?.OfType ?? (type as NonNullType)?.OfType)
        .Set("isOneOf", type => (type as InputObjectType)?.IsOneOf);

    private static void BindField(FieldsOf<FieldDefinition> fields) => fields
        .Set("name", field => field.Name)
        .Set("description", field => field.Description)
        .Set("args", (field, arguments) => Wanted(field.Arguments.Values, arguments, argument => argument.DeprecationReason))
        .Set("type", field => field.Type)
        .Set("isDeprecated", field => field.DeprecationReason is not null)
        .Set("deprecationReason", field => field.DeprecationReason);

    private static void BindInputValue(FieldsOf<InputValueDefinition> fields) => fields
        .Set("name", value => value.Name)
        .Set("description", value => value.Description)
        .Set("type", value => value.Type)
        .Set("defaultValue", value => DefaultLiteral.Find(value) is { } literal ? Printer.Print(literal) : null)
        .Set("isDeprecated", value => value.DeprecationReason is not null)
        .Set("deprecationReason", value => value.DeprecationReason);

    private static void BindEnumValue(FieldsOf<EnumValueDefinition> fields) => fields
        .Set("name", value => value.Name)
        .Set("description", value => value.Description)
        .Set("isDeprecated", value => value.DeprecationReason is not null)
        .Set("deprecationReason", value => value.DeprecationReason);

    private static void BindDirective(FieldsOf<DirectiveDefinition> fields) => fields
        .Set("name", directive => directive.Name)
        .Set("description", directive => directive.Description)
        .Set("isRepeatable", directive => directive.IsRepeatable)
        .Set("locations", directive => directive.Locations)
        .Set("args", (directive, arguments) => Wanted(directive.Arguments.Values, arguments, argument => argument.DeprecationReason));

    private static string KindOf(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        NonNullType => "NON_NULL",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>Deprecated items only if they are asked for.</summary>
    private static List<T>? Wanted<T>(IEnumerable<T>? items, ArgumentValues arguments, Func<T, string?> deprecationReason) =>
        arguments["includeDeprecated"] is true ? items?.ToList() : items?.Where(item => deprecationReason(item) is null).ToList();

    /// <summary>The fields of an introspection type, whose values are `TParent`.</summary>
    private sealed class FieldsOf<TParent>(Schema schema, string type)
    {
        private readonly OrderedDictionary<string, FieldDefinition> _fields = ((ObjectType)schema.Types[type]).Fields;

        public FieldsOf<TParent> Set<TValue>(string field, Func<TParent, TValue> read)
        {
            _fields[field].Resolver = FieldResolver.Of(read);
            return this;
        }

        public FieldsOf<TParent> Set<TValue>(string field, Func<TParent, ArgumentValues, TValue> read)
        {
            _fields[field].Resolver = FieldResolver.Of(read);
            return this;
        }
    }
}
