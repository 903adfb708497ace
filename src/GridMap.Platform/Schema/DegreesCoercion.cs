using System.Globalization;
using System.Text.Json;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.Platform.Schema;

/// <summary>The scalars `Longitude` and `Latitude`: a number of degrees of WGS 84 within its limits.</summary>
public sealed class DegreesCoercion(string name, double limit) : ScalarCoercion
{
    public override Type RuntimeType => typeof(double);

    public override object ParseValue(JsonElement value) => value.ValueKind == JsonValueKind.Number ? Check(value.GetDouble(), value.GetRawText()) : throw Unfit(value.GetRawText());

    public override object ParseLiteral(ValueNode value) => value switch
    {
        IntValueNode number => Check(double.Parse(number.Value, CultureInfo.InvariantCulture), number.Value),
        FloatValueNode number => Check(double.Parse(number.Value, CultureInfo.InvariantCulture), number.Value),
        _ => throw Unfit("a value that is no number"),
    };

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue((double)value);

    private object Check(double degrees, string text) => degrees >= -limit && degrees <= limit ? degrees : throw Unfit(text);

    private CoercionException Unfit(string text) =>
        new($"{name} cannot represent {(text.Length <= 40 ? text : text[..40] + "…")}: degrees from -{limit:0} to {limit:0} are expected.");
}
