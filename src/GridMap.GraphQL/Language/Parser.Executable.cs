namespace GridMap.GraphQL.Language;

/// <summary>Operations, selections, fragments and directives (specification, sections 2.4 to 2.9 and 2.13).</summary>
internal ref partial struct Parser
{
    private ExecutableDefinitionNode? ExecutableDefinition(int start, StringValueNode? description)
    {
        if (TryOperationType() is { } operation)
        {
            return Operation(start, description, operation);
        }

        return TryKeyword("fragment"u8) ? Fragment(start, description) : null;
    }

    private OperationType? TryOperationType()
    {
        if (TryKeyword("query"u8))
        {
            return OperationType.Query;
        }

        if (TryKeyword("mutation"u8))
        {
            return OperationType.Mutation;
        }

        return TryKeyword("subscription"u8) ? OperationType.Subscription : null;
    }

    /// <summary>`{ … }`, a query without its keyword.</summary>
    private OperationDefinitionNode Shorthand()
    {
        var selections = SelectionSet();
        return new(null, OperationType.Query, null, [], [], selections, selections.Span);
    }

    private OperationDefinitionNode Operation(int start, StringValueNode? description, OperationType operation)
    {
        var name = _token.Kind == TokenKind.Name ? Name() : null;
        var variables = OptionalMany(TokenKind.ParenthesisLeft, static (ref parser) => parser.VariableDefinition(), TokenKind.ParenthesisRight);
        var directives = Directives(isConstant: false);
        var selections = SelectionSet();
        return new(description, operation, name, variables, directives, selections, From(start));
    }

    private FragmentDefinitionNode Fragment(int start, StringValueNode? description)
    {
        var name = FragmentName();
        ExpectKeyword("on"u8);
        var type = NamedType();
        var directives = Directives(isConstant: false);
        var selections = SelectionSet();
        return new(description, name, type, directives, selections, From(start));
    }

    /// <summary>Section 2.9: any name but `on`.</summary>
    private NameNode FragmentName() => IsKeyword("on"u8) ? throw Unexpected(_token) : Name();

    private VariableDefinitionNode VariableDefinition()
    {
        var start = _token.Start;
        var description = Description();
        var variable = Variable();
        Expect(TokenKind.Colon);
        var type = Type();
        var defaultValue = Try(TokenKind.EqualsSign) ? Value(isConstant: true) : null;
        var directives = Directives(isConstant: true);
        return new(description, variable, type, defaultValue, directives, From(start));
    }

    private SelectionSetNode SelectionSet()
    {
        Descend();
        var start = _token.Start;
        var selections = Many(TokenKind.BraceLeft, static (ref parser) => parser.Selection(), TokenKind.BraceRight);
        Ascend();
        return new(selections, From(start));
    }

    private SelectionNode Selection() => _token.Kind == TokenKind.Spread ? SpreadOrInlineFragment() : Field();

    private FieldNode Field()
    {
        var start = _token.Start;
        var nameOrAlias = Name();
        var name = Try(TokenKind.Colon) ? Name() : null;
        var arguments = Arguments(isConstant: false);
        var directives = Directives(isConstant: false);
        var selections = _token.Kind == TokenKind.BraceLeft ? SelectionSet() : null;
        return name is null
            ? new(null, nameOrAlias, arguments, directives, selections, From(start))
            : new(nameOrAlias, name, arguments, directives, selections, From(start));
    }

    private SelectionNode SpreadOrInlineFragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        var hasTypeCondition = TryKeyword("on"u8);
        if (!hasTypeCondition && _token.Kind == TokenKind.Name)
        {
            var name = FragmentName();
            var spreadDirectives = Directives(isConstant: false);
            return new FragmentSpreadNode(name, spreadDirectives, From(start));
        }

        var type = hasTypeCondition ? NamedType() : null;
        var directives = Directives(isConstant: false);
        var selections = SelectionSet();
        return new InlineFragmentNode(type, directives, selections, From(start));
    }

    private DirectiveNode[] Directives(bool isConstant)
    {
        var start = _items.Count;
        while (_token.Kind == TokenKind.At)
        {
            if (_items.Count - start == _limits.MaxDirectives)
            {
                throw OverLimit(_token.Start, $"More than {_limits.MaxDirectives} directives in one place. Parsing aborted.");
            }

            _items.Add(Directive(isConstant));
        }

        return Cut<DirectiveNode>(start);
    }

    private DirectiveNode Directive(bool isConstant)
    {
        var start = Expect(TokenKind.At).Start;
        var name = Name();
        var arguments = Arguments(isConstant);
        return new(name, arguments, From(start));
    }

    private ArgumentNode[] Arguments(bool isConstant) => OptionalMany<ArgumentNode>(
        TokenKind.ParenthesisLeft,
        isConstant ? static (ref parser) => parser.Argument(isConstant: true) : static (ref parser) => parser.Argument(isConstant: false),
        TokenKind.ParenthesisRight);

    private ArgumentNode Argument(bool isConstant)
    {
        var start = _token.Start;
        var name = Name();
        Expect(TokenKind.Colon);
        var value = Value(isConstant);
        return new(name, value, From(start));
    }
}
