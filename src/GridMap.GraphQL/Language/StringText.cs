using System.Text;

namespace GridMap.GraphQL.Language;

/// <summary>What the text of a string token means (specification, section 2.10.4).</summary>
internal static class StringText
{
    private const int LargestOnStack = 512;

    public static ReadOnlySpan<byte> BlockQuotes => "\"\"\""u8;

    /// <summary>The value of a token of kind String, quotes included, whose escapes the lexer found right.</summary>
    public static string Value(ReadOnlySpan<byte> token)
    {
        var text = token[1..^1];
        if (!text.Contains((byte)'\\'))
        {
            return Encoding.UTF8.GetString(text);
        }

        // No escape means more bytes than it is written with.
        Span<byte> value = text.Length <= LargestOnStack ? stackalloc byte[LargestOnStack] : new byte[text.Length];
        return Encoding.UTF8.GetString(value[..Resolve(text, value)]);
    }

    /// <summary>The value of a token of kind BlockString, quotes included.</summary>
    public static string BlockValue(ReadOnlySpan<byte> token)
    {
        var text = token[3..^3];
        Span<byte> value = text.Length <= LargestOnStack ? stackalloc byte[LargestOnStack] : new byte[text.Length];
        return Encoding.UTF8.GetString(value[..BlockString.WriteValue(text, value)]);
    }

    private static int Resolve(ReadOnlySpan<byte> text, Span<byte> value)
    {
        var length = 0;
        for (var run = text.IndexOf((byte)'\\'); run >= 0; run = text.IndexOf((byte)'\\'))
        {
            text[..run].CopyTo(value[length..]);
            length += run;
            text = text[run..];
            EscapeSequence.TryRead(text, out var escape);
            length += escape.Character.EncodeToUtf8(value[length..]);
            text = text[escape.Length..];
        }

        text.CopyTo(value[length..]);
        return length + text.Length;
    }
}
