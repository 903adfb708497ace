namespace GridMap.GraphQL.Language;

/// <summary>A node of the syntax tree. Two nodes are the same only if they are one: equality is by reference.</summary>
public abstract class SyntaxNode(SourceSpan span)
{
    public SourceSpan Span { get; } = span;
}

/// <summary>A name as it stands in the source.</summary>
public sealed class NameNode(string value, SourceSpan span) : SyntaxNode(span)
{
    public string Value { get; } = value;
}

/// <summary>A whole source: operations and fragments, or a type system, or both.</summary>
public sealed class DocumentNode(Source source, IReadOnlyList<DefinitionNode> definitions, SourceSpan span) : SyntaxNode(span)
{
    public Source Source { get; } = source;

    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>What may stand at the top of a document.</summary>
public abstract class DefinitionNode(SourceSpan span) : SyntaxNode(span);
