namespace GridMap.GraphQL.Language;

/// <summary>A reference to a type: its name, a list of a type, or a type without null.</summary>
public abstract class TypeNode(SourceSpan span) : SyntaxNode(span);

public sealed class NamedTypeNode(NameNode name, SourceSpan span) : TypeNode(span)
{
    public NameNode Name { get; } = name;
}

public sealed class ListTypeNode(TypeNode type, SourceSpan span) : TypeNode(span)
{
    public TypeNode Type { get; } = type;
}

/// <summary>`Type` is a NamedTypeNode or a ListTypeNode.</summary>
public sealed class NonNullTypeNode(TypeNode type, SourceSpan span) : TypeNode(span)
{
    public TypeNode Type { get; } = type;
}
