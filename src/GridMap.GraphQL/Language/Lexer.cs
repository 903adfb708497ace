using System.Buffers;
using System.Text;
using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Language;

/// <summary>Cuts a source, whose text is known to be valid UTF-8, into tokens (specification, section 2.1).</summary>
internal ref partial struct Lexer(Source source)
{
    private static readonly SearchValues<byte> NameContinue = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8);

    private readonly ReadOnlySpan<byte> _text = source.Text.Span;

    private int _position;

    public Token Next()
    {
        SkipIgnored();
        var start = _position;
        if (start == _text.Length)
        {
            return new(TokenKind.EndOfFile, start, start);
        }

        var kind = PunctuatorAt(start);
        if (kind != TokenKind.EndOfFile)
        {
            return Take(kind, start, kind == TokenKind.Spread ? start + 3 : start + 1);
        }

        return _text[start] switch
        {
            (byte)'"' => StringAt(start),
            >= (byte)'0' and <= (byte)'9' or (byte)'-' => NumberAt(start),
            (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'_' => NameAt(start),
            (byte)'\'' => throw Error(start, "Unexpected single quote character ('), did you mean to use a double quote (\")?"),
            _ => throw Error(start, $"Unexpected character: {CharacterAt(start)}."),
        };
    }

    public readonly GraphQLSyntaxException Error(int position, string description) => new(source, position, description);

    /// <summary>Ignored tokens (section 2.1.6): white space, line ends, commas, comments and byte order marks.</summary>
    private void SkipIgnored()
    {
        while (_position < _text.Length)
        {
            switch (_text[_position])
            {
                case (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)',' or (byte)'\t':
                    _position++;
                    break;
                case (byte)'#':
                    var rest = _text[_position..];
                    var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
                    _position += length < 0 ? rest.Length : length;
                    break;
                case 0xEF when _text[_position..].StartsWith("\uFEFF"u8):
                    _position += 3;
                    break;
                default:
                    return;
            }
        }
    }

    private readonly TokenKind PunctuatorAt(int start) => _text[start] switch
    {
        (byte)'{' => TokenKind.BraceLeft,
        (byte)'}' => TokenKind.BraceRight,
        (byte)'(' => TokenKind.ParenthesisLeft,
        (byte)')' => TokenKind.ParenthesisRight,
        (byte)':' => TokenKind.Colon,
        (byte)'$' => TokenKind.Dollar,
        (byte)'!' => TokenKind.Bang,
        (byte)'@' => TokenKind.At,
        (byte)'=' => TokenKind.EqualsSign,
        (byte)'[' => TokenKind.BracketLeft,
        (byte)']' => TokenKind.BracketRight,
        (byte)'&' => TokenKind.Ampersand,
        (byte)'|' => TokenKind.Pipe,
        (byte)'.' when _text[start..].StartsWith("..."u8) => TokenKind.Spread,
        _ => TokenKind.EndOfFile,
    };

    private Token NameAt(int start)
    {
        var length = _text[start..].IndexOfAnyExcept(NameContinue);
        return Take(TokenKind.Name, start, length < 0 ? _text.Length : start + length);
    }

    private Token Take(TokenKind kind, int start, int end)
    {
        _position = end;
        return new(kind, start, end);
    }

    /// <summary>The byte, or zero past the end: no rule of the grammar asks for a NUL.</summary>
    private readonly byte At(int position) => position < _text.Length ? _text[position] : (byte)0;

    /// <summary>The character for a message: quoted if it is printable ASCII, or else as U+1234.</summary>
    private readonly string CharacterAt(int position)
    {
        if (position >= _text.Length)
        {
            return "<EOF>";
        }

        Rune.DecodeFromUtf8(_text[position..], out var character, out _);
        return character.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{character}\"",
            _ => $"U+{character.Value:X4}",
        };
    }
}
