namespace GridMap.GraphQL.Language;

/// <summary>Operations, selections, fragments and directives.</summary>
public sealed partial class Printer
{
    private void WriteExecutable(SyntaxNode node)
    {
        switch (node)
        {
            case OperationDefinitionNode operation:
                WriteOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WriteFragment(fragment);
                break;
            case SelectionSetNode selections:
                WriteBlock(selections.Selections);
                break;
            case SelectionNode selection:
                WriteSelection(selection);
                break;
            case VariableDefinitionNode variable:
                WriteVariableDefinition(variable);
                break;
            case ArgumentNode argument:
                WritePair(argument.Name, argument.Value);
                break;
            case DirectiveNode directive:
                WriteDirective(directive);
                break;
        }
    }

    private void WriteSelection(SelectionNode node)
    {
        switch (node)
        {
            case FieldNode field:
                WriteField(field);
                break;
            case FragmentSpreadNode spread:
                _text.Append("...").Append(spread.Name.Value);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                WriteInlineFragment(fragment);
                break;
        }
    }

    private void WriteOperation(OperationDefinitionNode operation)
    {
        if (operation is { Operation: OperationType.Query, Description: null, Name: null, VariableDefinitions.Count: 0, Directives.Count: 0 })
        {
            Write(operation.SelectionSet);
            return;
        }

        WriteDescription(operation.Description);
        _text.Append(Keyword(operation.Operation));
        if (operation.Name is not null || operation.VariableDefinitions.Count > 0)
        {
            _text.Append(' ').Append(operation.Name?.Value);
        }

        WriteVariableDefinitions(operation.VariableDefinitions);
        WriteDirectives(operation.Directives);
        _text.Append(' ');
        Write(operation.SelectionSet);
    }

    /// <summary>On lines of their own, though not indented, if one of them takes several.</summary>
    private void WriteVariableDefinitions(IReadOnlyList<VariableDefinitionNode> variables)
    {
        if (variables.Count == 0)
        {
            return;
        }

        var isLong = TakesSeveralLines(variables);
        _text.Append(isLong ? "(\n" : "(");
        WriteList(variables, isLong ? "\n" : ", ");
        _text.Append(isLong ? "\n)" : ")");
    }

    private void WriteVariableDefinition(VariableDefinitionNode variable)
    {
        WriteDescription(variable.Description);
        Write(variable.Variable);
        WriteTypeAndDefault(variable.Type, variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteFragment(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        _text.Append("fragment ").Append(fragment.Name.Value).Append(" on ").Append(fragment.TypeCondition.Name.Value);
        WriteDirectives(fragment.Directives);
        _text.Append(' ');
        Write(fragment.SelectionSet);
    }

    private void WriteInlineFragment(InlineFragmentNode fragment)
    {
        _text.Append("...");
        if (fragment.TypeCondition is { } type)
        {
            _text.Append(" on ").Append(type.Name.Value);
        }

        WriteDirectives(fragment.Directives);
        _text.Append(' ');
        Write(fragment.SelectionSet);
    }

    private void WriteField(FieldNode field)
    {
        var prefix = field.Alias is { } alias ? $"{alias.Value}: {field.Name.Value}" : field.Name.Value;
        _text.Append(prefix);
        WriteArguments(field.Arguments, prefix.Length);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is { } selections)
        {
            _text.Append(' ');
            Write(selections);
        }
    }

    /// <summary>On lines of their own if the line from the field's name on were too long.</summary>
    private void WriteArguments(IReadOnlyList<ArgumentNode> arguments, int prefixLength)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        _text.Append('(');
        var separators = 2 * (arguments.Count - 1);
        if (prefixLength + arguments.Sum(argument => Print(argument).Length) + separators + 2 > LongestLine)
        {
            WriteLines(arguments);
        }
        else
        {
            WriteList(arguments, ", ");
        }

        _text.Append(')');
    }

    private void WriteDirective(DirectiveNode directive)
    {
        _text.Append('@').Append(directive.Name.Value);
        if (directive.Arguments.Count > 0)
        {
            _text.Append('(');
            WriteList(directive.Arguments, ", ");
            _text.Append(')');
        }
    }

    private static bool TakesSeveralLines(IReadOnlyList<SyntaxNode> nodes) => nodes.Any(node => Print(node).Contains('\n'));

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
