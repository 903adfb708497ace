using System.Text;
using System.Text.Unicode;
using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Language;

/// <summary>Taking tokens, lists of productions, limits and what is said of unexpected tokens.</summary>
internal ref partial struct Parser
{
    /// <summary>So that a message is not as long as a document.</summary>
    private const int LongestQuote = 1_000;

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next();
        if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _limits.MaxTokens)
        {
            throw OverLimit(_token.Start, $"Document contains more than {_limits.MaxTokens} tokens. Parsing aborted.");
        }
    }

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
        {
            throw _lexer.Error(token.Start, $"Expected {Name(kind)}, found {Describe(token)}.");
        }

        Advance();
        return token;
    }

    private bool Try(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!TryKeyword(keyword))
        {
            throw _lexer.Error(_token.Start, $"Expected \"{Encoding.ASCII.GetString(keyword)}\", found {Describe(_token)}.");
        }
    }

    private bool TryKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!IsKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private readonly bool IsKeyword(ReadOnlySpan<byte> keyword) => _token.Kind == TokenKind.Name && TextOf(_token).SequenceEqual(keyword);

    private readonly ReadOnlySpan<byte> TextOf(Token token) => _source.Text.Span[token.Start..token.End];

    private readonly string NameOf(Token token) => _names[TextOf(token)];

    /// <summary>Nothing, or one or more between the two tokens.</summary>
    private T[] OptionalMany<T>(TokenKind open, Production<T> production, TokenKind close)
        where T : SyntaxNode =>
        _token.Kind == open ? Many(open, production, close) : [];

    /// <summary>One or more between the two tokens.</summary>
    private T[] Many<T>(TokenKind open, Production<T> production, TokenKind close)
        where T : SyntaxNode
    {
        Expect(open);
        var start = _items.Count;
        do
        {
            _items.Add(production(ref this));
        }
        while (!Try(close));
        return Cut<T>(start);
    }

    /// <summary>None or more between the two tokens.</summary>
    private T[] Any<T>(TokenKind open, Production<T> production, TokenKind close)
        where T : SyntaxNode
    {
        Expect(open);
        var start = _items.Count;
        while (!Try(close))
        {
            _items.Add(production(ref this));
        }

        return Cut<T>(start);
    }

    /// <summary>One or more with the token between them; it may stand before the first, too.</summary>
    private T[] Delimited<T>(TokenKind delimiter, Production<T> production)
        where T : SyntaxNode
    {
        Try(delimiter);
        var start = _items.Count;
        do
        {
            _items.Add(production(ref this));
        }
        while (Try(delimiter));
        return Cut<T>(start);
    }

    private readonly T[] Cut<T>(int start)
        where T : SyntaxNode
    {
        var count = _items.Count - start;
        if (count == 0)
        {
            return [];
        }

        var list = new T[count];
        for (var index = 0; index < count; index++)
        {
            list[index] = (T)_items[start + index];
        }

        _items.RemoveRange(start, count);
        return list;
    }

    /// <summary>Call before every production that may contain itself, and <see cref="Ascend"/> behind it.</summary>
    private void Descend()
    {
        if (++_depth > _limits.MaxDepth)
        {
            throw OverLimit(_token.Start, $"Document is nested more than {_limits.MaxDepth} levels deep. Parsing aborted.");
        }
    }

    private void Ascend() => _depth--;

    private readonly void RefuseUnreadableText()
    {
        var text = _source.Text.Span;
        if (text.Length > _limits.MaxBytes)
        {
            throw OverLimit(0, $"Document is longer than {_limits.MaxBytes} bytes. Parsing aborted.");
        }

        if (!Utf8.IsValid(text))
        {
            throw new GraphQLSyntaxException(_source, FirstInvalidByte(text), "Document is not valid UTF-8.");
        }
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> text)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(text[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            position += length;
        }

        return position;
    }

    private readonly GraphQLSyntaxException Unexpected(Token token) => _lexer.Error(token.Start, $"Unexpected {Describe(token)}.");

    private readonly GraphQLSyntaxException OverLimit(int position, string description) =>
        new(_source, position, description, GraphQLSyntaxException.LimitCode);

    private readonly string Describe(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{Name(token.Kind)} {Quote(Encoding.ASCII.GetString(TextOf(token)))}",
        TokenKind.String => $"{Name(token.Kind)} {Quote(StringText.Value(TextOf(token)))}",
        TokenKind.BlockString => $"{Name(token.Kind)} {Quote(StringText.BlockValue(TextOf(token)))}",
        _ => Name(token.Kind),
    };

    private static string Quote(string text) => text.Length <= LongestQuote ? $"\"{text}\"" : $"\"{text[..LongestQuote]}…\"";

    private static string Name(TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenthesisLeft => "\"(\"",
        TokenKind.ParenthesisRight => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.EqualsSign => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketLeft => "\"[\"",
        TokenKind.BracketRight => "\"]\"",
        TokenKind.BraceLeft => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceRight => "\"}\"",
        TokenKind.Name or TokenKind.Int or TokenKind.Float or TokenKind.String or TokenKind.BlockString => kind.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
