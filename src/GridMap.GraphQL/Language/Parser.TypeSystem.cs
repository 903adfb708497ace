namespace GridMap.GraphQL.Language;

/// <summary>Definitions of the type system and its extensions (specification, section 3): each is read with its keyword ahead.</summary>
internal ref partial struct Parser
{
    private TypeSystemDefinitionNode? TypeSystemDefinition(int start, StringValueNode? description, bool isExtension)
    {
        if (_token.Kind != TokenKind.Name)
        {
            return null;
        }

        TypeSystemDefinitionNode? definition = NameOf(_token) switch
        {
            "schema" => Schema(start, description, isExtension),
            "scalar" => Scalar(start, description, isExtension),
            "type" => Object(start, description, isExtension),
            "interface" => Interface(start, description, isExtension),
            "union" => Union(start, description, isExtension),
            "enum" => Enum(start, description, isExtension),
            "input" => InputObject(start, description, isExtension),
            "directive" when !isExtension => DirectiveDefinition(start, description),
            _ => null,
        };
        return definition;
    }

    /// <summary>An extension must add something (section 3.1).</summary>
    private readonly void RefuseEmptyExtension(bool isExtension, params ReadOnlySpan<int> additions)
    {
        if (isExtension && !additions.ContainsAnyExcept(0))
        {
            throw Unexpected(_token);
        }
    }

    private SchemaDefinitionNode Schema(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        var directives = Directives(isConstant: true);
        var operations = isExtension && _token.Kind != TokenKind.BraceLeft
            ? []
            : Many(TokenKind.BraceLeft, static (ref parser) => parser.OperationTypeDefinition(), TokenKind.BraceRight);
        RefuseEmptyExtension(isExtension, directives.Length, operations.Length);
        return new(description, isExtension, directives, operations, From(start));
    }

    private OperationTypeDefinitionNode OperationTypeDefinition()
    {
        var start = _token.Start;
        var token = _token;
        if (TryOperationType() is not { } operation)
        {
            Expect(TokenKind.Name);
            throw Unexpected(token);
        }

        Expect(TokenKind.Colon);
        return new(operation, NamedType(), From(start));
    }

    private ScalarTypeDefinitionNode Scalar(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        var name = Name();
        var directives = Directives(isConstant: true);
        RefuseEmptyExtension(isExtension, directives.Length);
        return new(description, name, isExtension, directives, From(start));
    }

    private ObjectTypeDefinitionNode Object(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        var name = Name();
        var interfaces = ImplementedInterfaces();
        var directives = Directives(isConstant: true);
        var fields = FieldDefinitions();
        RefuseEmptyExtension(isExtension, interfaces.Length, directives.Length, fields.Length);
        return new(description, name, isExtension, interfaces, directives, fields, From(start));
    }

    private InterfaceTypeDefinitionNode Interface(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        var name = Name();
        var interfaces = ImplementedInterfaces();
        var directives = Directives(isConstant: true);
        var fields = FieldDefinitions();
        RefuseEmptyExtension(isExtension, interfaces.Length, directives.Length, fields.Length);
        return new(description, name, isExtension, interfaces, directives, fields, From(start));
    }

    private UnionTypeDefinitionNode Union(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        var name = Name();
        var directives = Directives(isConstant: true);
        var types = Try(TokenKind.EqualsSign) ? Delimited(TokenKind.Pipe, static (ref parser) => parser.NamedType()) : [];
        RefuseEmptyExtension(isExtension, directives.Length, types.Length);
        return new(description, name, isExtension, directives, types, From(start));
    }

    private EnumTypeDefinitionNode Enum(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        var name = Name();
        var directives = Directives(isConstant: true);
        var values = OptionalMany(TokenKind.BraceLeft, static (ref parser) => parser.EnumValueDefinition(), TokenKind.BraceRight);
        RefuseEmptyExtension(isExtension, directives.Length, values.Length);
        return new(description, name, isExtension, directives, values, From(start));
    }

    private InputObjectTypeDefinitionNode InputObject(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        var name = Name();
        var directives = Directives(isConstant: true);
        var fields = OptionalMany(TokenKind.BraceLeft, static (ref parser) => parser.InputValueDefinition(), TokenKind.BraceRight);
        RefuseEmptyExtension(isExtension, directives.Length, fields.Length);
        return new(description, name, isExtension, directives, fields, From(start));
    }

    private DirectiveDefinitionNode DirectiveDefinition(int start, StringValueNode? description)
    {
        Advance();
        Expect(TokenKind.At);
        var name = Name();
        var arguments = ArgumentDefinitions();
        var isRepeatable = TryKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = Delimited(TokenKind.Pipe, static (ref parser) => parser.DirectiveLocation());
        return new(description, name, arguments, isRepeatable, locations, From(start));
    }
}
