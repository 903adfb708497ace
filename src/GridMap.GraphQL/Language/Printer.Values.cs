using System.Globalization;

namespace GridMap.GraphQL.Language;

/// <summary>Values and references to types.</summary>
public sealed partial class Printer
{
    private void WriteValue(ValueNode node)
    {
        switch (node)
        {
            case StringValueNode text:
                WriteString(text);
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
            default:
                _text.Append(Word(node));
                break;
        }
    }

    private static string Word(ValueNode node) => node switch
    {
        VariableNode variable => $"${variable.Name.Value}",
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        EnumValueNode name => name.Value,
        BooleanValueNode { Value: true } => "true",
        BooleanValueNode => "false",
        NullValueNode => "null",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

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
        var escaped = character switch
        {
            '"' or '\\' => character,
            '\b' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\f' => 'f',
            '\r' => 'r',
            < ' ' or (>= '\x7F' and <= '\x9F') => 'u',
            _ => '\0',
        };
        if (escaped == '\0')
        {
            _text.Append(character);
            return;
        }

        _text.Append('\\').Append(escaped);
        if (escaped == 'u')
        {
            _text.Append(CultureInfo.InvariantCulture, $"{(int)character:X4}");
        }
    }
}
