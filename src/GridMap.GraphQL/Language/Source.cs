using System.Text;

namespace GridMap.GraphQL.Language;

/// <summary>The UTF-8 text of a document and the name it goes by in messages.</summary>
public sealed class Source(ReadOnlyMemory<byte> text, string name = "GraphQL request")
{
    /// <summary>Worked out when the first location is asked for.</summary>
    private SourceLines? _lines;

    public Source(string text, string name = "GraphQL request")
        : this(Encoding.UTF8.GetBytes(text), name)
    {
    }

    public ReadOnlyMemory<byte> Text { get; } = text;

    public string Name { get; } = name;

    /// <summary>The line and column of a byte, or of the end of the text.</summary>
    public SourceLocation LocationOf(int offset) => (_lines ??= new SourceLines(Text)).LocationOf(offset);
}

/// <summary>A line and a column, both counted from one; columns count UTF-16 units, as editors do.</summary>
public readonly record struct SourceLocation(int Line, int Column);
