using GridMap.GraphQL.Errors;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types.Building;
using GridMap.GraphQL.Types.Introspection;

namespace GridMap.GraphQL.Types;

/// <summary>In which order a printed schema has its types, fields, arguments, values and directives.</summary>
public enum SchemaOrder
{
    AsDefined,
    ByName,
}

/// <summary>Writes a schema as one document, without what is built in; laid out as the reference implementation does it.</summary>
public sealed class SchemaPrinter
{
    private readonly SchemaOrder _order;

    private SchemaPrinter(SchemaOrder order) => _order = order;

    public static string Print(Schema schema, SchemaOrder order = SchemaOrder.AsDefined)
    {
        var printer = new SchemaPrinter(order);
        IEnumerable<string> definitions =
        [
            .. SchemaDefinition(schema),
            .. printer.Ordered(schema.Directives.Values.Where(directive => !directive.IsBuiltIn), directive => directive.Name).Select(printer.Directive),
            .. printer.Ordered(schema.Types.Values.Where(type => !type.IsBuiltIn), type => type.Name).Select(printer.Type),
        ];
        return string.Join("\n\n", definitions);
    }

    /// <summary>None where the root types have their default names and there is nothing to describe.</summary>
    private static IReadOnlyList<string> SchemaDefinition(Schema schema)
    {
        List<(OperationType Operation, ObjectType? Type)> roots =
            [(OperationType.Query, schema.Query), (OperationType.Mutation, schema.Mutation), (OperationType.Subscription, schema.Subscription)];
        roots.RemoveAll(root => root.Type is null);
        if (schema.Description is null && roots.TrueForAll(root => root.Type!.Name == root.Operation.ToString()))
            return [];

        return [Description(schema.Description) + "schema" + Block(roots.Select(root => $"  {root.Operation.ToString().ToLowerInvariant()}: {root.Type}"))];
    }

    private string Directive(DirectiveDefinition directive)
    {
        var repeatable = directive.IsRepeatable ? " repeatable" : "";
        var locations = string.Join(" | ", Ordered(directive.Locations, location => location));
        return $"{Description(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments.Values, "")}{repeatable} on {locations}";
    }

    private string Type(NamedType type) => Description(type.Description) + type switch
    {
        ScalarType scalar => $"scalar {type}{SpecifiedBy(scalar)}",
        ObjectType objectType => $"type {type}{Implements(objectType)}{Fields(objectType)}",
        InterfaceType interfaceType => $"interface {type}{Implements(interfaceType)}{Fields(interfaceType)}",
        UnionType union => $"union {type} = {string.Join(" | ", Ordered(union.Types, member => member.Name))}",
        EnumType values => $"enum {type}{Block(Ordered(values.Values.Values, value => value.Name).Select(EnumValue))}",
        InputObjectType input => $"input {type}{(input.IsOneOf ? " @oneOf" : "")}{InputFields(input)}",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static string SpecifiedBy(ScalarType scalar) => scalar.SpecifiedBy is { } address ? $" @specifiedBy(url: {Quoted(address)})" : "";

    private string Implements(FieldsType type) =>
        type.Interfaces.Count > 0 ? $" implements {string.Join(" & ", Ordered(type.Interfaces, implemented => implemented.Name))}" : "";

    private string Fields(FieldsType type) => Block(Ordered(type.Fields.Values, field => field.Name).Select(Field));

    private string Field(FieldDefinition field, int index) =>
        $"{Description(field.Description, "  ", index > 0)}  {field.Name}{Arguments(field.Arguments.Values, "  ")}: {field.Type}{Deprecated(field.DeprecationReason)}";

    private static string EnumValue(EnumValueDefinition value, int index) =>
        $"{Description(value.Description, "  ", index > 0)}  {value.Name}{Deprecated(value.DeprecationReason)}";

    private string InputFields(InputObjectType type) => Block(Ordered(type.Fields.Values, field => field.Name).Select(InputField));

    private string InputField(InputValueDefinition field, int index) => $"{Description(field.Description, "  ", index > 0)}  {InputValue(field)}";

    /// <summary>On one line, unless one of them is described.</summary>
    private string Arguments(IReadOnlyCollection<InputValueDefinition> arguments, string indent)
    {
        if (arguments.Count == 0)
            return "";

        var ordered = Ordered(arguments, argument => argument.Name);
        if (arguments.All(argument => string.IsNullOrEmpty(argument.Description)))
            return $"({string.Join(", ", ordered.Select(InputValue))})";

        var lines = ordered.Select((argument, index) => $"{Description(argument.Description, $"  {indent}", index > 0)}  {indent}{InputValue(argument)}");
        return $"(\n{string.Join('\n', lines)}\n{indent})";
    }

    private string InputValue(InputValueDefinition value)
    {
        var defaultValue = DefaultLiteral.Find(value) is { } literal ? $" = {Printer.Print(Ordered(literal))}" : "";
        return $"{value.Name}: {value.Type}{defaultValue}{Deprecated(value.DeprecationReason)}";
    }

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        AppliedDirectives.DefaultDeprecationReason => " @deprecated",
        _ => $" @deprecated(reason: {Quoted(reason)})",
    };

    private static string Block(IEnumerable<string> lines) => $" {{\n{string.Join('\n', lines)}\n}}";

    /// <summary>On lines of its own, a blank one in front if something stands before it.</summary>
    private static string Description(string? description, string indent = "", bool isFurther = false)
    {
        if (description is null)
            return "";

        var text = Printer.Print(new StringValueNode(description, BlockString.IsPrintable(description), default));
        return $"{(isFurther ? "\n" : "")}{indent}{text.Replace("\n", $"\n{indent}", StringComparison.Ordinal)}\n";
    }

    private static string Quoted(string text) => Printer.Print(new StringValueNode(text, false, default));

    private IEnumerable<T> Ordered<T>(IEnumerable<T> items, Func<T, string> name) =>
        _order == SchemaOrder.ByName ? items.OrderBy(name, NaturalOrder.Instance) : items;

    private ValueNode Ordered(ValueNode value) => value switch
    {
        ListValueNode list => new ListValueNode([.. list.Values.Select(Ordered)], list.Span),
        ObjectValueNode fields => new ObjectValueNode([.. Ordered(fields.Fields, field => field.Name.Value).Select(Ordered)], fields.Span),
        _ => value,
    };

    private ObjectFieldNode Ordered(ObjectFieldNode field) => new(field.Name, Ordered(field.Value), field.Span);
}
