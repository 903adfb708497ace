using System.Buffers;
using System.Text.Json;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Types.Scalars;

/// <summary>A value of a document as the JSON it stands for; names of enum values are strings. For scalars whose values have parts.</summary>
public static class JsonLiteral
{
    public static JsonElement Read(ValueNode value)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            Write(writer, value);
        }

        var reader = new Utf8JsonReader(json.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

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
            case VariableNode variable:
                throw new CoercionException($"Variable \"${variable.Name.Value}\" cannot stand within a value of this type.");
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
