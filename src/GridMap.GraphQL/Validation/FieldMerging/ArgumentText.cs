using System.Text;
using GridMap.GraphQL.Language;

namespace GridMap.GraphQL.Validation.FieldMerging;

/// <summary>
/// Arguments as a text that is the same if and only if the arguments are identical (specification, section 5.3.2):
/// their order, and that of the fields of objects, means nothing.
/// </summary>
internal static class ArgumentText
{
    public static string Of(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count == 0)
            return "";

        var text = new StringBuilder();
        foreach (var argument in arguments.OrderBy(argument => argument.Name.Value, StringComparer.Ordinal))
            Write(text.Append(argument.Name.Value).Append(':'), argument.Value);

        return text.ToString();
    }

    /// <summary>Each kind of value has its own mark, and strings their length, so that no two values have one text.</summary>
    private static void Write(StringBuilder text, ValueNode value)
    {
        _ = value switch
        {
            VariableNode variable => text.Append('$').Append(variable.Name.Value).Append(' '),
            IntValueNode integer => text.Append("int ").Append(integer.Value).Append(' '),
            FloatValueNode number => text.Append("float ").Append(number.Value).Append(' '),
            StringValueNode { IsBlock: true } block => text.Append("block ").Append(block.Value.Length).Append(' ').Append(block.Value),
            StringValueNode plain => text.Append("string ").Append(plain.Value.Length).Append(' ').Append(plain.Value),
            BooleanValueNode boolean => text.Append(boolean.Value ? "true " : "false "),
            NullValueNode => text.Append("null "),
            EnumValueNode member => text.Append("enum ").Append(member.Value).Append(' '),
            ListValueNode list => WriteItems(text, list),
            ObjectValueNode fields => WriteFields(text, fields),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
        };
    }

    private static StringBuilder WriteItems(StringBuilder text, ListValueNode list)
    {
        text.Append('[');
        foreach (var item in list.Values)
            Write(text, item);

        return text.Append(']');
    }

    private static StringBuilder WriteFields(StringBuilder text, ObjectValueNode value)
    {
        text.Append('{');
        foreach (var field in value.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal))
            Write(text.Append(field.Name.Value).Append(':'), field.Value);

        return text.Append('}');
    }
}
