using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>Text (specification, section 3.5.3).</summary>
public sealed class StringCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(string);

    public override object ParseValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw NotText(Inspection.Of(value));

    public override object ParseLiteral(ValueNode value) => value is StringValueNode text ? text.Value : throw NotText(Printer.Print(value));

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue(value as string ?? OfOutput(value));

    private static string OfOutput(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        decimal or long or ulong => Inspection.Of(value),
        _ when OutputNumber.TryRead(value, out var number) && double.IsFinite(number) => NumberText.Of(number),
        _ => throw new CoercionException($"String cannot represent value: {Inspection.Of(value)}"),
    };

    private static CoercionException NotText(string value) => new($"String cannot represent a non string value: {value}");
}
