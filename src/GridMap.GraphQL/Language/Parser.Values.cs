using GridMap.GraphQL.Errors;

namespace GridMap.GraphQL.Language;

/// <summary>Values and references to types (specification, sections 2.10 to 2.12).</summary>
internal ref partial struct Parser
{
    public ValueNode Value(bool isConstant) => _token.Kind switch
    {
        TokenKind.BracketLeft => ListValue(isConstant),
        TokenKind.BraceLeft => ObjectValue(isConstant),
        TokenKind.Int => IntValue(),
        TokenKind.Float => FloatValue(),
        TokenKind.String or TokenKind.BlockString => StringValue(),
        TokenKind.Name => NameValue(),
        TokenKind.Dollar when isConstant => throw VariableInConstant(),
        TokenKind.Dollar => Variable(),
        _ => throw Unexpected(_token),
    };

    public TypeNode Type()
    {
        var start = _token.Start;
        TypeNode type = _token.Kind == TokenKind.BracketLeft ? ListType() : NamedType();
        return Try(TokenKind.Bang) ? new NonNullTypeNode(type, From(start)) : type;
    }

    private ListTypeNode ListType()
    {
        Descend();
        var start = Expect(TokenKind.BracketLeft).Start;
        var item = Type();
        Expect(TokenKind.BracketRight);
        Ascend();
        return new(item, From(start));
    }

    private NamedTypeNode NamedType()
    {
        var name = Name();
        return new(name, name.Span);
    }

    private VariableNode Variable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        return new(Name(), From(start));
    }

    private IntValueNode IntValue()
    {
        var token = Expect(TokenKind.Int);
        return new(NameOf(token), From(token.Start));
    }

    private FloatValueNode FloatValue()
    {
        var token = Expect(TokenKind.Float);
        return new(NameOf(token), From(token.Start));
    }

    private StringValueNode StringValue()
    {
        var token = _token;
        Advance();
        var isBlock = token.Kind == TokenKind.BlockString;
        return new(isBlock ? StringText.BlockValue(TextOf(token)) : StringText.Value(TextOf(token)), isBlock, From(token.Start));
    }

    private ValueNode NameValue()
    {
        var token = Expect(TokenKind.Name);
        return NameOf(token) switch
        {
            "true" => new BooleanValueNode(true, From(token.Start)),
            "false" => new BooleanValueNode(false, From(token.Start)),
            "null" => new NullValueNode(From(token.Start)),
            var name => new EnumValueNode(name, From(token.Start)),
        };
    }

    private ListValueNode ListValue(bool isConstant)
    {
        Descend();
        var start = _token.Start;
        Production<ValueNode> item = isConstant ? static (ref parser) => parser.Value(isConstant: true) : static (ref parser) => parser.Value(isConstant: false);
        var values = Any(TokenKind.BracketLeft, item, TokenKind.BracketRight);
        Ascend();
        return new(values, From(start));
    }

    private ObjectValueNode ObjectValue(bool isConstant)
    {
        Descend();
        var start = _token.Start;
        Production<ObjectFieldNode> field = isConstant
            ? static (ref parser) => parser.ObjectField(isConstant: true)
            : static (ref parser) => parser.ObjectField(isConstant: false);
        var fields = Any(TokenKind.BraceLeft, field, TokenKind.BraceRight);
        Ascend();
        return new(fields, From(start));
    }

    private ObjectFieldNode ObjectField(bool isConstant)
    {
        var start = _token.Start;
        var name = Name();
        Expect(TokenKind.Colon);
        var value = Value(isConstant);
        return new(name, value, From(start));
    }

    private GraphQLSyntaxException VariableInConstant()
    {
        var dollar = Expect(TokenKind.Dollar);
        return _token.Kind == TokenKind.Name
            ? _lexer.Error(dollar.Start, $"Unexpected variable {Quote($"${NameOf(_token)}")} in constant value.")
            : Unexpected(dollar);
    }
}
