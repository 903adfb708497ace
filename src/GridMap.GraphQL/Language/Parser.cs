namespace GridMap.GraphQL.Language;

/// <summary>Recursive descent through the grammar (specification, appendix C): one method a production, always one token ahead.</summary>
internal ref partial struct Parser
{
    private readonly Source _source;
    private readonly ParserLimits _limits;
    private readonly NameTable _names = new();

    /// <summary>The items of all lists that are being read, innermost last; a complete list is cut off from its end.</summary>
    private readonly List<SyntaxNode> _items = new(64);

    private Lexer _lexer;
    private Token _token;
    private int _lastEnd;
    private int _tokens;
    private int _depth;

    public Parser(Source source, ParserLimits limits)
    {
        _source = source;
        _limits = limits;
        RefuseUnreadableText();
        _lexer = new Lexer(source);
        Advance();
    }

    public delegate T Production<out T>(ref Parser parser)
        where T : SyntaxNode;

    /// <summary>What the production reads, and nothing behind it.</summary>
    public T Whole<T>(Production<T> production)
        where T : SyntaxNode
    {
        var node = production(ref this);
        Expect(TokenKind.EndOfFile);
        return node;
    }

    public DocumentNode Document()
    {
        var start = _items.Count;
        do
        {
            _items.Add(Definition());
        }
        while (_token.Kind != TokenKind.EndOfFile);
        return new(_source, Cut<DefinitionNode>(start), new(0, _token.End));
    }

    private DefinitionNode Definition()
    {
        var start = _token.Start;
        if (_token.Kind == TokenKind.BraceLeft)
        {
            return Shorthand();
        }

        var description = Description();
        if (description is not null && _token.Kind == TokenKind.BraceLeft)
        {
            throw _lexer.Error(start, "Unexpected description, descriptions are not supported on shorthand queries.");
        }

        DefinitionNode? definition = ExecutableDefinition(start, description);
        definition ??= TypeSystemDefinition(start, description, isExtension: false);
        if (definition is not null)
        {
            return definition;
        }

        if (description is not null && _token.Kind == TokenKind.Name)
        {
            throw _lexer.Error(start, "Unexpected description, only GraphQL definitions support descriptions.");
        }

        return TryKeyword("extend"u8) && TypeSystemDefinition(start, null, isExtension: true) is { } extension ? extension : throw Unexpected(_token);
    }

    private NameNode Name()
    {
        var token = Expect(TokenKind.Name);
        return new(NameOf(token), new(token.Start, token.End));
    }

    private StringValueNode? Description() => _token.Kind is TokenKind.String or TokenKind.BlockString ? StringValue() : null;

    private readonly SourceSpan From(int start) => new(start, _lastEnd);
}
