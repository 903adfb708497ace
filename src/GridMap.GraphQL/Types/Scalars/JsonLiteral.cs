using System.Buffers;
using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>
/// A value of a document as the JSON it stands for, for scalars whose values have parts. Names of enum values are strings;
/// variables are null, for when validation asks they have no values yet.
/// </summary>
public static class JsonLiteral
{
    /// <summary>As deep as the writer goes; the parser of documents gives up before.</summary>
    private const int MaxDepth = 1_000;

    /// <summary>The value that is written in a document as JSON writes this one.</summary>
    public static ValueNode Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new StringValueNode(value.GetString()!, false, default),
        JsonValueKind.Number when value.GetRawText().AsSpan().IndexOfAny(".eE") < 0 => new IntValueNode(value.GetRawText(), default),
        JsonValueKind.Number => new FloatValueNode(value.GetRawText(), default),
        JsonValueKind.True or JsonValueKind.False => new BooleanValueNode(value.GetBoolean(), default),
        JsonValueKind.Array => new ListValueNode([.. value.EnumerateArray().Select(Of)], default),
        JsonValueKind.Object => new ObjectValueNode([.. value.EnumerateObject().Select(FieldOf)], default),
        JsonValueKind.Null or JsonValueKind.Undefined or _ => new NullValueNode(default),
    };

    public static JsonElement Read(ValueNode value)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            Write(writer, value);
        }

        var reader = new Utf8JsonReader(json.WrittenSpan, new() { MaxDepth = MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    private static ObjectFieldNode FieldOf(JsonProperty property) =>
        new(new NameNode(property.Name, default), Of(property.Value), default);

    private static void Write(Utf8JsonWriter writer, ValueNode value)
    {
        switch (value)
        {
            case StringValueNode text:
                writer.WriteStringValue(text.Value);
                break;
            case EnumValueNode name:
                writer.WriteStringValue(name.Value);
                break;
            case BooleanValueNode truth:
                writer.WriteBooleanValue(truth.Value);
                break;
            case IntValueNode number:
                writer.WriteRawValue(number.Value);
                break;
            case FloatValueNode number:
                writer.WriteRawValue(number.Value);
                break;
            case ListValueNode list:
                Write(writer, list);
                break;
            case ObjectValueNode fields:
                Write(writer, fields);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, ListValueNode list)
    {
        writer.WriteStartArray();
        foreach (var item in list.Values)
            Write(writer, item);

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ObjectValueNode fields)
    {
        writer.WriteStartObject();
        foreach (var field in fields.Fields)
        {
            writer.WritePropertyName(field.Name.Value);
            Write(writer, field.Value);
        }

        writer.WriteEndObject();
    }
}
