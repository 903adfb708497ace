using System.Globalization;
using System.Text.Json;
using GridMap.GraphQL.Language;
using GridMap.GraphQL.Types;

namespace GridMap.Platform.Schema;

/// <summary>Structured values of a scalar, from JSON or from a document, as plain text, numbers (double), lists and maps.</summary>
internal static class PlainValue
{
    public static object? From(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(From).ToArray(),
        JsonValueKind.Object => FromObject(value),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.ValueKind, null),
    };

    public static object? From(ValueNode value) => value switch
    {
        StringValueNode text => text.Value,
        IntValueNode number => Number(number.Value),
        FloatValueNode number => Number(number.Value),
        BooleanValueNode boolean => boolean.Value,
        EnumValueNode name => name.Value,
        ListValueNode list => list.Values.Select(From).ToArray(),
        ObjectValueNode map => FromObject(map),
        NullValueNode => null,
        _ => throw new CoercionException("a variable must stand for the whole value, not for a part of it"),
    };

    private static Dictionary<string, object?> FromObject(JsonElement value)
    {
        var map = new Dictionary<string, object?>();
        foreach (var property in value.EnumerateObject())
        {
            map[property.Name] = From(property.Value);
        }

        return map;
    }

    private static Dictionary<string, object?> FromObject(ObjectValueNode value)
    {
        var map = new Dictionary<string, object?>();
        foreach (var field in value.Fields)
        {
            map[field.Name.Value] = From(field.Value);
        }

        return map;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
