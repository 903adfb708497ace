using System.Globalization;
using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>Numbers of double precision; infinite ones and NaN are none (specification, section 3.5.2).</summary>
public sealed class FloatCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(double);

    public override object ParseValue(JsonElement value)
    {
        var number = value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN;
        return double.IsFinite(number) ? number : throw NotNumeric(Inspection.Of(value));
    }

    public override object ParseLiteral(ValueNode value)
    {
        var text = value switch
        {
            IntValueNode integer => integer.Value,
            FloatValueNode number => number.Value,
            _ => throw NotNumeric(Printer.Print(value)),
        };
        var parsed = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(parsed) ? parsed : throw NotNumeric(text);
    }

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue(OfOutput(value));

    private static double OfOutput(object value)
    {
        if (!OutputNumber.TryRead(value, out var number) || !double.IsFinite(number))
            throw NotNumeric(Inspection.Of(value));

        return number;
    }

    private static CoercionException NotNumeric(string value) => new($"Float cannot represent non numeric value: {value}");
}
