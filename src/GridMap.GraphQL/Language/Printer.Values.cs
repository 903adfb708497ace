using System.Globalization;

namespace GridMap.GraphQL.Language;

/// <summary>Values and references to types.</summary>
public sealed partial class Printer
{
    private void WriteValue(ValueNode node)
    {
        switch (node)
        {
            case VariableNode variable:
                _text.Append('$').Append(variable.Name.Value);
                break;
            case IntValueNode number:
                _text.Append(number.Value);
                break;
            case FloatValueNode number:
                _text.Append(number.Value);
                break;
            case StringValueNode text:
                WriteString(text);
                break;
            case BooleanValueNode truth:
                _text.Append(truth.Value ? "true" : "false");
                break;
            case NullValueNode:
                _text.Append("null");
                break;
            case EnumValueNode name:
                _text.Append(name.Value);
                break;
            case ListValueNode list:
                _text.Append('[');
                WriteList(list.Values, ", ");
                _text.Append(']');
                break;
            case ObjectValueNode value:
                _text.Append('{');
                WriteList(value.Fields, ", ");
                _text.Append('}');
                break;
        }
    }

    private void WriteType(TypeNode node)
    {
        switch (node)
        {
            case NamedTypeNode type:
                _text.Append(type.Name.Value);
                break;
            case ListTypeNode list:
                _text.Append('[');
                WriteType(list.Type);
                _text.Append(']');
                break;
            case NonNullTypeNode type:
                WriteType(type.Type);
                _text.Append('!');
                break;
        }
    }

    private void WriteTypeAndDefault(TypeNode type, ValueNode? defaultValue)
    {
        _text.Append(": ");
        WriteType(type);
        if (defaultValue is not null)
        {
            _text.Append(" = ");
            WriteValue(defaultValue);
        }
    }

    private void WritePair(NameNode name, ValueNode value)
    {
        _text.Append(name.Value).Append(": ");
        WriteValue(value);
    }

    /// <summary>The lines of a block string begin at the present indent, which its value does not have.</summary>
    private void WriteString(StringValueNode text)
    {
        if (text.IsBlock)
        {
            _text.Append(BlockString.Print(text.Value).Replace("\n", "\n" + new string(' ', _indent), StringComparison.Ordinal));
            return;
        }

        _text.Append('"');
        foreach (var character in text.Value)
        {
            WriteCharacter(character);
        }

        _text.Append('"');
    }

    private void WriteCharacter(char character)
    {
        switch (character)
        {
            case '"' or '\\':
                _text.Append('\\').Append(character);
                break;
            case '\b':
                _text.Append("\\b");
                break;
            case '\t':
                _text.Append("\\t");
                break;
            case '\n':
                _text.Append("\\n");
                break;
            case '\f':
                _text.Append("\\f");
                break;
            case '\r':
                _text.Append("\\r");
                break;
            case < ' ' or (>= '\x7F' and <= '\x9F'):
                _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
                break;
            default:
                _text.Append(character);
                break;
        }
    }
}
