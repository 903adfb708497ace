using System.Collections.Frozen;

namespace GridMap.GraphQL.Language;

/// <summary>What definitions of types consist of (specification, section 3).</summary>
internal ref partial struct Parser
{
    /// <summary>Those of operations and those of the type system (section 3.13).</summary>
    private static readonly FrozenSet<string> DirectiveLocations = FrozenSet.Create(
        StringComparer.Ordinal,
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT", "VARIABLE_DEFINITION",
        "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
        "INPUT_OBJECT", "INPUT_FIELD_DEFINITION");

    private NamedTypeNode[] ImplementedInterfaces() =>
        TryKeyword("implements"u8) ? Delimited(TokenKind.Ampersand, static (ref parser) => parser.NamedType()) : [];

    private FieldDefinitionNode[] FieldDefinitions() =>
        OptionalMany(TokenKind.BraceLeft, static (ref parser) => parser.FieldDefinition(), TokenKind.BraceRight);

    private InputValueDefinitionNode[] ArgumentDefinitions() =>
        OptionalMany(TokenKind.ParenthesisLeft, static (ref parser) => parser.InputValueDefinition(), TokenKind.ParenthesisRight);

    private FieldDefinitionNode FieldDefinition()
    {
        var start = _token.Start;
        var description = Description();
        var name = Name();
        var arguments = ArgumentDefinitions();
        Expect(TokenKind.Colon);
        var type = Type();
        var directives = Directives(isConstant: true);
        return new(description, name, arguments, type, directives, From(start));
    }

    private InputValueDefinitionNode InputValueDefinition()
    {
        var start = _token.Start;
        var description = Description();
        var name = Name();
        Expect(TokenKind.Colon);
        var type = Type();
        var defaultValue = Try(TokenKind.EqualsSign) ? Value(isConstant: true) : null;
        var directives = Directives(isConstant: true);
        return new(description, name, type, defaultValue, directives, From(start));
    }

    private EnumValueDefinitionNode EnumValueDefinition()
    {
        var start = _token.Start;
        var description = Description();
        if (IsKeyword("true"u8) || IsKeyword("false"u8) || IsKeyword("null"u8))
        {
            throw _lexer.Error(_token.Start, $"{Describe(_token)} is reserved and cannot be used for an enum value.");
        }

        var name = Name();
        var directives = Directives(isConstant: true);
        return new(description, name, directives, From(start));
    }

    private NameNode DirectiveLocation()
    {
        var token = _token;
        var name = Name();
        return DirectiveLocations.Contains(name.Value) ? name : throw Unexpected(token);
    }
}
