using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>Identifiers: text, whole numbers, and on the way out a Guid too (specification, section 3.5.5).</summary>
public sealed class IdCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(string);

    public override object ParseValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.GetRawText().AsSpan().IndexOfAny(".eE") < 0 && value.GetRawText() != "-0" => value.GetRawText(),
        JsonValueKind.Number when double.IsInteger(value.GetDouble()) => NumberText.Of(value.GetDouble()),
        _ => throw NotIdentifier(Inspection.Of(value)),
    };

    public override object ParseLiteral(ValueNode value) => value switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => number.Value,
        _ => throw new CoercionException($"ID cannot represent a non-string and non-integer value: {Printer.Print(value)}"),
    };

    public override void Write(Utf8JsonWriter writer, object value)
    {
        if (value is Guid guid)
            writer.WriteStringValue(guid);
        else
            writer.WriteStringValue(value as string ?? OfOutput(value));
    }

    private static string OfOutput(object value) => value switch
    {
        long or ulong => Inspection.Of(value),
        not bool when OutputNumber.TryRead(value, out var number) && double.IsInteger(number) => NumberText.Of(number),
        _ => throw NotIdentifier(Inspection.Of(value)),
    };

    private static CoercionException NotIdentifier(string value) => new($"ID cannot represent value: {value}");
}
