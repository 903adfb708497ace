using System.Globalization;
using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>Whole numbers of 64 bits, as JSON numbers.</summary>
public sealed class LongCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(long);

    public override string SpecifiedBy => "https://datatracker.ietf.org/doc/html/rfc8259#section-6";

    public override string Description => "A whole number of 64 bits, from -9223372036854775808 to 9223372036854775807, as a JSON number.";

    public override object ParseValue(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !double.IsInteger(value.GetDouble()))
            throw NotInteger(Inspection.Of(value));

        // "1.0" and "1e3" are whole numbers too; decimal reads them exactly.
        return value.TryGetInt64(out var number) ? number
            : value.TryGetDecimal(out var exact) && exact is >= long.MinValue and <= long.MaxValue ? (long)exact
            : throw TooLarge(value.GetRawText());
    }

    public override object ParseLiteral(ValueNode value)
    {
        if (value is not IntValueNode literal)
            throw NotInteger(Printer.Print(value));

        return long.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw TooLarge(literal.Value);
    }

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue(value switch
    {
        long number => number,
        sbyte or byte or short or ushort or int or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => throw NotInteger(Inspection.Of(value)),
    });

    private static CoercionException NotInteger(string value) => new($"Long cannot represent non-integer value: {value}");

    private static CoercionException TooLarge(string value) => new($"Long cannot represent non 64-bit signed integer value: {value}");
}
