using System.Text;

namespace GridMap.GraphQL.Language;

/// <summary>Writes syntax trees as text, laid out as graphql-js lays it out.</summary>
public sealed partial class Printer
{
    private const int LongestLine = 80;

    private readonly StringBuilder _text = new();

    private int _indent;

    private Printer()
    {
    }

    public static string Print(SyntaxNode node)
    {
        var printer = new Printer();
        printer.Write(node);
        return printer._text.ToString();
    }

    private void Write(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document:
                WriteDocument(document);
                break;
            case ValueNode value:
                WriteValue(value);
                break;
            case TypeNode type:
                WriteType(type);
                break;
            case TypeSystemDefinitionNode definition:
                WriteTypeSystemDefinition(definition);
                break;
            case ExecutableDefinitionNode or SelectionNode or SelectionSetNode or VariableDefinitionNode or ArgumentNode or DirectiveNode:
                WriteExecutable(node);
                break;
            default:
                WriteMember(node);
                break;
        }
    }

    private void WriteDocument(DocumentNode document)
    {
        for (var index = 0; index < document.Definitions.Count; index++)
        {
            _text.Append(index == 0 ? "" : "\n\n");
            Write(document.Definitions[index]);
        }
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is not null)
        {
            Write(description);
            WriteLineEnd();
        }
    }

    private void WriteDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            _text.Append(' ');
            Write(directive);
        }
    }

    /// <summary>`{ … }` with a line for each node; nothing if there is none.</summary>
    private void WriteBlock(IReadOnlyList<SyntaxNode> nodes)
    {
        if (nodes.Count == 0)
        {
            return;
        }

        _text.Append('{');
        WriteLines(nodes);
        _text.Append('}');
    }

    /// <summary>Each node on a line of its own, two blanks further in.</summary>
    private void WriteLines(IReadOnlyList<SyntaxNode> nodes)
    {
        _indent += 2;
        foreach (var node in nodes)
        {
            WriteLineEnd();
            Write(node);
        }

        _indent -= 2;
        WriteLineEnd();
    }

    private void WriteList(IReadOnlyList<SyntaxNode> nodes, string separator)
    {
        for (var index = 0; index < nodes.Count; index++)
        {
            _text.Append(index == 0 ? "" : separator);
            Write(nodes[index]);
        }
    }

    private void WriteLineEnd() => _text.Append('\n').Append(' ', _indent);
}
