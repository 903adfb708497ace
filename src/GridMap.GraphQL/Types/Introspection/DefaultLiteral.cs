using System.Globalization;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Introspection;

/// <summary>
/// The default value of an argument or an input field as introspection and the printed schema show it: as what it is coerced to, so with lists of one
/// as lists, fields in their type's order and with their own defaults, numbers in their shortest form.
/// </summary>
internal static class DefaultLiteral
{
    public static ValueNode? Find(InputValueDefinition definition) =>
        definition.DefaultValue is { } value ? Coerced(value, definition.Type) : null;

    private static ValueNode Coerced(ValueNode value, GraphQLType type) => (type, value) switch
    {
        (_, NullValueNode) => value,
        (NonNullType nonNull, _) => Coerced(value, nonNull.OfType),
        (ListType list, ListValueNode items) => new ListValueNode([.. items.Values.Select(item => Coerced(item, list.OfType))], value.Span),
        (ListType list, _) => new ListValueNode([Coerced(value, list.OfType)], value.Span),
        (InputObjectType input, ObjectValueNode fields) => new ObjectValueNode([.. Fields(fields, input)], value.Span),
        (ScalarType scalar, _) => Leaf(value, scalar),
        _ => value,
    };

    private static IEnumerable<ObjectFieldNode> Fields(ObjectValueNode value, InputObjectType type) =>
        from field in type.Fields.Values
        let given = value.Fields.FirstOrDefault(node => node.Name.Value == field.Name)?.Value
        let literal = given is null ? Find(field) : Coerced(given, field.Type)
        where literal is not null
        select new ObjectFieldNode(new NameNode(field.Name, value.Span), literal, value.Span);

    private static ValueNode Leaf(ValueNode value, ScalarType type) => value switch
    {
        IntValueNode number => Number(number.Value, number.Span),
        FloatValueNode number => Number(number.Value, number.Span),
        StringValueNode text when type is { IsBuiltIn: true, Name: "ID" } && IsInteger(text.Value) => new IntValueNode(text.Value, text.Span),
        StringValueNode text => new StringValueNode(text.Value, false, text.Span),
        EnumValueNode name => new StringValueNode(name.Value, false, name.Span),
        _ => value,
    };

    private static ValueNode Number(string text, SourceSpan span)
    {
        if (IsInteger(text) && text != "-0")
            return new IntValueNode(text, span);

        var shortest = NumberText.Of(double.Parse(text, CultureInfo.InvariantCulture));
        return IsInteger(shortest) ? new IntValueNode(shortest, span) : new FloatValueNode(shortest, span);
    }

    private static bool IsInteger(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || digits.Length == 1);
    }
}
