namespace GridMap.GraphQL.Language;

/// <summary>The UTF-8 text of a document and the name it goes by in messages.</summary>
public sealed class Source(ReadOnlyMemory<byte> text, string name = "GraphQL request")
{
    public ReadOnlyMemory<byte> Text { get; } = text;

    public string Name { get; } = name;
}

/// <summary>A line and a column, both counted from one; columns count UTF-16 units, as editors do.</summary>
public readonly record struct SourceLocation(int Line, int Column);
