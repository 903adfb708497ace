using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>A scalar without a coercion of its own: any value, in as a JsonElement, out as JSON.</summary>
public sealed class AnyCoercion : ScalarCoercion
{
    public override Type RuntimeType => typeof(JsonElement);

    public override object ParseValue(JsonElement value) => value.Clone();

    public override object ParseLiteral(ValueNode value) => JsonLiteral.Read(value);

    public override void Write(Utf8JsonWriter writer, object value) => JsonSerializer.Serialize(writer, value, value.GetType());
}
