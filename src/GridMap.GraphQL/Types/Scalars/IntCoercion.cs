using System.Globalization;
using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>Whole numbers of 32 bits (specification, section 3.5.1).</summary>
public sealed class IntCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(int);

    public override object ParseValue(JsonElement value)
    {
        var number = value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN;
        if (!double.IsInteger(number))
            throw NotInteger(Inspection.Of(value));

        return IsInRange(number) ? (int)number : throw TooLarge(Inspection.Of(value));
    }

    public override object ParseLiteral(ValueNode value)
    {
        if (value is not IntValueNode literal)
            throw NotInteger(Printer.Print(value));

        return int.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw TooLarge(literal.Value);
    }

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue(value is int number ? number : OfOutput(value));

    private static int OfOutput(object value)
    {
        if (!OutputNumber.TryRead(value, out var number) || !double.IsInteger(number))
            throw NotInteger(Inspection.Of(value));

        return IsInRange(number) ? (int)number : throw TooLarge(Inspection.Of(value));
    }

    private static bool IsInRange(double number) => number is >= int.MinValue and <= int.MaxValue;

    private static CoercionException NotInteger(string value) => new($"Int cannot represent non-integer value: {value}");

    private static CoercionException TooLarge(string value) => new($"Int cannot represent non 32-bit signed integer value: {value}");
}
