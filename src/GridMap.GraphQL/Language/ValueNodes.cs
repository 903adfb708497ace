namespace GridMap.GraphQL.Language;

/// <summary>A value as it is written in a document.</summary>
public abstract class ValueNode(SourceSpan span) : SyntaxNode(span);

public sealed class VariableNode(NameNode name, SourceSpan span) : ValueNode(span)
{
    public NameNode Name { get; } = name;
}

/// <summary>An integer; `Value` is its text, of any length.</summary>
public sealed class IntValueNode(string value, SourceSpan span) : ValueNode(span)
{
    public string Value { get; } = value;
}

/// <summary>A number with a fraction or an exponent; `Value` is its text.</summary>
public sealed class FloatValueNode(string value, SourceSpan span) : ValueNode(span)
{
    public string Value { get; } = value;
}

/// <summary>A string; `Value` is what it means, escapes and block indentation resolved.</summary>
public sealed class StringValueNode(string value, bool isBlock, SourceSpan span) : ValueNode(span)
{
    public string Value { get; } = value;

    public bool IsBlock { get; } = isBlock;
}

public sealed class BooleanValueNode(bool value, SourceSpan span) : ValueNode(span)
{
    public bool Value { get; } = value;
}

public sealed class NullValueNode(SourceSpan span) : ValueNode(span);

public sealed class EnumValueNode(string value, SourceSpan span) : ValueNode(span)
{
    public string Value { get; } = value;
}

public sealed class ListValueNode(IReadOnlyList<ValueNode> values, SourceSpan span) : ValueNode(span)
{
    public IReadOnlyList<ValueNode> Values { get; } = values;
}

public sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields, SourceSpan span) : ValueNode(span)
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

public sealed class ObjectFieldNode(NameNode name, ValueNode value, SourceSpan span) : SyntaxNode(span)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}
