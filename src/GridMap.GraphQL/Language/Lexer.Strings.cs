using System.Buffers;
using System.Text;

namespace GridMap.GraphQL.Language;

/// <summary>String values (specification, section 2.10.4). Their escapes are checked here and resolved when the value is wanted.</summary>
internal ref partial struct Lexer
{
    private static readonly SearchValues<byte> EndsRunOfString = SearchValues.Create("\"\\\n\r"u8);

    private Token StringAt(int start) =>
        _text[start..].StartsWith(StringText.BlockQuotes) ? BlockStringAt(start) : SimpleStringAt(start);

    private Token SimpleStringAt(int start)
    {
        var position = start + 1;
        while (true)
        {
            var run = _text[position..].IndexOfAny(EndsRunOfString);
            position = run < 0 ? _text.Length : position + run;
            switch (At(position))
            {
                case (byte)'"':
                    return Take(TokenKind.String, start, position + 1);
                case (byte)'\\':
                    position += EscapeAt(position);
                    break;
                default:
                    throw Error(position, "Unterminated string.");
            }
        }
    }

    private Token BlockStringAt(int start)
    {
        var position = start + 3;
        while (true)
        {
            var run = _text[position..].IndexOf(StringText.BlockQuotes);
            if (run < 0)
            {
                throw Error(_text.Length, "Unterminated string.");
            }

            position += run + 3;
            if (run == 0 || _text[position - 4] != '\\')
            {
                return Take(TokenKind.BlockString, start, position);
            }
        }
    }

    private readonly int EscapeAt(int position)
    {
        if (EscapeSequence.TryRead(_text[position..], out var escape))
        {
            return escape.Length;
        }

        var kind = At(position + 1) == 'u' ? "Unicode" : "character";
        throw Error(position, $"Invalid {kind} escape sequence: \"{Excerpt(position, escape.Length)}\".");
    }

    /// <summary>As many whole characters of the text as fit into so many UTF-16 units.</summary>
    private readonly string Excerpt(int position, int units)
    {
        var text = Encoding.UTF8.GetString(_text.Slice(position, Math.Min(4 * units, _text.Length - position)));
        var length = Math.Min(units, text.Length);
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
