using System.Text;

namespace GridMap.GraphQL.Language;

/// <summary>What an escape in a string stands for, and how many bytes it takes; for a wrong one, how many UTF-16 units of it a message shows.</summary>
internal readonly record struct EscapeSequence(Rune Character, int Length)
{
    private const int LongestVariableWidth = 12;

    /// <summary>Reads an escape from a text that begins with its backslash (specification, section 2.10.4).</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out EscapeSequence escape)
    {
        if (!text.StartsWith("\\u"u8))
        {
            return TryReadCharacter(text, out escape);
        }

        return text.StartsWith("\\u{"u8) ? TryReadVariableWidth(text, out escape) : TryReadFixedWidth(text, out escape);
    }

    private static bool TryReadCharacter(ReadOnlySpan<byte> text, out EscapeSequence escape)
    {
        var character = At(text, 1) switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => '\0',
        };
        escape = new(new Rune(character), 2);
        return character != '\0';
    }

    /// <summary>`\u{1F600}`: one to eight hexadecimal digits.</summary>
    private static bool TryReadVariableWidth(ReadOnlySpan<byte> text, out EscapeSequence escape)
    {
        var point = 0;
        var length = 3;
        while (length < LongestVariableWidth && point >= 0)
        {
            var digit = At(text, length++);
            if (digit == '}')
            {
                return Found(length > 4 && Rune.IsValid(point), point, length, out escape);
            }

            point = (point << 4) | HexDigit(digit);
        }

        return Found(false, 0, length, out escape);
    }

    /// <summary>`\u00E9`, or the surrogate pair `\uD83D\uDE00`.</summary>
    private static bool TryReadFixedWidth(ReadOnlySpan<byte> text, out EscapeSequence escape)
    {
        var first = FourHexDigits(text, 2);
        if (Rune.IsValid(first))
        {
            return Found(true, first, 6, out escape);
        }

        var second = first >= 0 && At(text, 6) == '\\' && At(text, 7) == 'u' ? FourHexDigits(text, 8) : -1;
        if (second >= 0 && char.IsSurrogatePair((char)first, (char)second))
        {
            return Found(true, char.ConvertToUtf32((char)first, (char)second), 12, out escape);
        }

        return Found(false, 0, 6, out escape);
    }

    private static bool Found(bool isValid, int point, int length, out EscapeSequence escape)
    {
        escape = new(new Rune(isValid ? point : 0), length);
        return isValid;
    }

    /// <summary>Their value, or a negative number if one of them is none.</summary>
    private static int FourHexDigits(ReadOnlySpan<byte> text, int position) =>
        (HexDigit(At(text, position)) << 12)
        | (HexDigit(At(text, position + 1)) << 8)
        | (HexDigit(At(text, position + 2)) << 4)
        | HexDigit(At(text, position + 3));

    private static int HexDigit(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        _ => -1,
    };

    private static byte At(ReadOnlySpan<byte> text, int position) => position < text.Length ? text[position] : (byte)0;
}
