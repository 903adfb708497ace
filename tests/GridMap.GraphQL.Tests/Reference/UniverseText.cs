using System.Collections;
using System.Globalization;
using System.Text.Json;
using GridMap.GraphQL.Execution;
using GridMap.GraphQL.Types;

namespace GridMap.GraphQL.Tests.Reference;

/// <summary>Coerced arguments as one text: keys in order, numbers by their bits, so that both languages write the same. Twin of canonical() in universe.mjs.</summary>
public static class UniverseText
{
    public static string Of(FieldDefinition field, ArgumentValues arguments) =>
        Object(field.Arguments.Keys.Where(arguments.Contains).Select(name => KeyValuePair.Create(name, arguments[name])));

    private static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        JsonElement json => Of(json),
        IReadOnlyDictionary<string, object?> members => Object(members),
        IEnumerable items => $"[{string.Join(",", items.Cast<object?>().Select(Of))}]",
        IConvertible number => Number(number.ToDouble(CultureInfo.InvariantCulture)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a value that arguments have."),
    };

    private static string Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Object(json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, (object?)member.Value))),
        JsonValueKind.Array => Of(json.EnumerateArray().Select(item => (object?)item)),
        JsonValueKind.String => Of(json.GetString()),
        JsonValueKind.Number => Number(json.GetDouble()),
        JsonValueKind.Null or JsonValueKind.Undefined => "null",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw new ArgumentOutOfRangeException(nameof(json)),
    };

    private static string Object(IEnumerable<KeyValuePair<string, object?>> members) =>
        $"{{{string.Join(",", members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Of(member.Value)}"))}}}";

    private static string Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 9007199254740992
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : $"#{BitConverter.DoubleToInt64Bits(value):x}";
}
