namespace GridMap.GraphQL.Language;

/// <summary>Definitions of the type system and its extensions.</summary>
public sealed partial class Printer
{
    private void WriteTypeSystemDefinition(TypeSystemDefinitionNode definition)
    {
        WriteDescription(definition.Description);
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                _text.Append(schema.IsExtension ? "extend schema" : "schema");
                WriteDirectives(schema.Directives);
                WriteMembers(schema.OperationTypes);
                break;
            case TypeDefinitionNode type:
                WriteTypeDefinition(type);
                break;
            case DirectiveDefinitionNode directive:
                WriteDirectiveDefinition(directive);
                break;
        }
    }

    private void WriteTypeDefinition(TypeDefinitionNode definition)
    {
        _text.Append(definition.IsExtension ? "extend " : "").Append(Keyword(definition)).Append(' ').Append(definition.Name.Value);
        WriteInterfaces(definition);
        WriteDirectives(definition.Directives);
        if (definition is UnionTypeDefinitionNode { Types.Count: > 0 } union)
        {
            _text.Append(" = ");
            WriteList(union.Types, " | ");
        }

        WriteMembers(MembersOf(definition));
    }

    private void WriteInterfaces(TypeDefinitionNode definition)
    {
        var interfaces = definition switch
        {
            ObjectTypeDefinitionNode type => type.Interfaces,
            InterfaceTypeDefinitionNode type => type.Interfaces,
            _ => [],
        };
        _text.Append(interfaces.Count > 0 ? " implements " : "");
        WriteList(interfaces, " & ");
    }

    private void WriteMembers(IReadOnlyList<SyntaxNode> members)
    {
        _text.Append(members.Count > 0 ? " " : "");
        WriteBlock(members);
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        _text.Append("directive @").Append(directive.Name.Value);
        WriteArgumentDefinitions(directive.Arguments);
        _text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", directive.Locations.Select(location => location.Value));
    }

    private void WriteMember(SyntaxNode node)
    {
        switch (node)
        {
            case NameNode name:
                _text.Append(name.Value);
                break;
            case ObjectFieldNode field:
                WritePair(field.Name, field.Value);
                break;
            case OperationTypeDefinitionNode operation:
                _text.Append(Keyword(operation.Operation)).Append(": ").Append(operation.Type.Name.Value);
                break;
            case FieldDefinitionNode field:
                WriteFieldDefinition(field);
                break;
            case InputValueDefinitionNode input:
                WriteInputValueDefinition(input);
                break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                _text.Append(value.Name.Value);
                WriteDirectives(value.Directives);
                break;
        }
    }

    private void WriteFieldDefinition(FieldDefinitionNode field)
    {
        WriteDescription(field.Description);
        _text.Append(field.Name.Value);
        WriteArgumentDefinitions(field.Arguments);
        WriteTypeAndDefault(field.Type, null);
        WriteDirectives(field.Directives);
    }

    private void WriteInputValueDefinition(InputValueDefinitionNode input)
    {
        WriteDescription(input.Description);
        _text.Append(input.Name.Value);
        WriteTypeAndDefault(input.Type, input.DefaultValue);
        WriteDirectives(input.Directives);
    }

    /// <summary>On lines of their own if one of them takes several.</summary>
    private void WriteArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        _text.Append('(');
        if (TakesSeveralLines(arguments))
        {
            WriteLines(arguments);
        }
        else
        {
            WriteList(arguments, ", ");
        }

        _text.Append(')');
    }

    private static string Keyword(TypeDefinitionNode definition) => definition switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "type",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        InputObjectTypeDefinitionNode => "input",
        _ => throw new ArgumentOutOfRangeException(nameof(definition)),
    };

    private static IReadOnlyList<SyntaxNode> MembersOf(TypeDefinitionNode definition) => definition switch
    {
        ObjectTypeDefinitionNode type => type.Fields,
        InterfaceTypeDefinitionNode type => type.Fields,
        EnumTypeDefinitionNode type => type.Values,
        InputObjectTypeDefinitionNode type => type.Fields,
        _ => [],
    };
}
