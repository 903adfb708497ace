using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GridMap.GraphQL.Types;

/// <summary>Values as messages show them, in the same form as the reference implementation's: `{ a: 1, b: ["x"] }`.</summary>
public static class Inspection
{
    private const int MostItems = 10;
    private const int DeepestLevel = 2;

    public static string Of(JsonElement value) => Of(value, 0);

    /// <summary>A .NET value as a resolver gives it; of objects only the name of their type is told.</summary>
    public static string Of(object? value) => value switch
    {
        null => "null",
        JsonElement element => Of(element),
        string text => Quoted(text),
        bool truth => truth ? "true" : "false",
        double or float => NumberText.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable => "[Array]",
        _ => $"[{value.GetType().Name}]",
    };

    private static string Of(JsonElement value, int level) => value.ValueKind switch
    {
        JsonValueKind.String => Quoted(value.GetString()!),
        JsonValueKind.Number => NumberText.Of(value.GetDouble()),
        JsonValueKind.Array => OfArray(value, level),
        JsonValueKind.Object => OfObject(value, level),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "null",
        JsonValueKind.Undefined or _ => "undefined",
    };

    private static string OfArray(JsonElement value, int level)
    {
        var length = value.GetArrayLength();
        if (length == 0)
            return "[]";
        if (level >= DeepestLevel)
            return "[Array]";

        var items = value.EnumerateArray().Take(MostItems).Select(item => Of(item, level + 1)).ToList();
        if (length > MostItems)
            items.Add(length == MostItems + 1 ? "... 1 more item" : $"... {length - MostItems} more items");

        return $"[{string.Join(", ", items)}]";
    }

    private static string OfObject(JsonElement value, int level)
    {
        if (!value.EnumerateObject().Any())
            return "{}";
        if (level >= DeepestLevel)
            return "[Object]";

        return $"{{ {string.Join(", ", value.EnumerateObject().Select(property => $"{property.Name}: {Of(property.Value, level + 1)}"))} }}";
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
            quoted.Append(Escaped(letter) ?? letter.ToString());

        return quoted.Append('"').ToString();
    }

    private static string? Escaped(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' => $"\\u{(int)letter:x4}",
        _ => null,
    };
}
