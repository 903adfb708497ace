using System.Text;

namespace GridMap.GraphQL.Language;

/// <summary>The UTF-8 text of a document and the name it goes by in messages.</summary>
public sealed class Source(ReadOnlyMemory<byte> text, string name = "GraphQL request")
{
    /// <summary>Offsets at which lines begin; worked out when the first location is asked for.</summary>
    private int[]? _lines;

    public Source(string text, string name = "GraphQL request")
        : this(Encoding.UTF8.GetBytes(text), name)
    {
    }

    public ReadOnlyMemory<byte> Text { get; } = text;

    public string Name { get; } = name;

    /// <summary>The line and column of a byte, or of the end of the text.</summary>
    public SourceLocation LocationOf(int offset)
    {
        _lines ??= LinesOf(Text.Span);
        var found = Array.BinarySearch(_lines, offset);
        var line = found < 0 ? ~found - 1 : found;
        return new(line + 1, Encoding.UTF8.GetCharCount(Text.Span[_lines[line]..offset]) + 1);
    }

    private static int[] LinesOf(ReadOnlySpan<byte> text)
    {
        var lines = new List<int> { 0 };
        for (var position = 0; position < text.Length;)
        {
            var length = text[position..].IndexOfAny((byte)'\n', (byte)'\r');
            if (length < 0)
            {
                break;
            }

            position += length;
            position += text[position..].StartsWith("\r\n"u8) ? 2 : 1;
            lines.Add(position);
        }

        return [.. lines];
    }
}

/// <summary>A line and a column, both counted from one; columns count UTF-16 units, as editors do.</summary>
public readonly record struct SourceLocation(int Line, int Column);
