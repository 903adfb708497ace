using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>True or false (specification, section 3.5.4).</summary>
public sealed class BooleanCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(bool);

    public override object ParseValue(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw NotBoolean(Inspection.Of(value));

    public override object ParseLiteral(ValueNode value) =>
        value is BooleanValueNode literal ? literal.Value : throw NotBoolean(Printer.Print(value));

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteBooleanValue(value is bool truth ? truth : OfOutput(value));

    private static bool OfOutput(object value)
    {
        if (value is string || !OutputNumber.TryRead(value, out var number) || !double.IsFinite(number))
            throw NotBoolean(Inspection.Of(value));

        return number != 0;
    }

    private static CoercionException NotBoolean(string value) => new($"Boolean cannot represent a non boolean value: {value}");
}
