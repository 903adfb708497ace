namespace GridMap.GraphQL.Language;

/// <summary>The indentation of block strings (specification, section 2.9.4, BlockStringValue).</summary>
internal static class BlockString
{
    private static ReadOnlySpan<byte> EscapedQuotes => "\\\"\"\""u8;

    /// <summary>Writes what the raw text between the quotes means; never more bytes than the raw text has. Returns how many.</summary>
    public static int WriteValue(ReadOnlySpan<byte> raw, Span<byte> value)
    {
        var (indent, first, last) = Shape(raw);
        var length = 0;
        for (var index = 0; index <= last; index++)
        {
            var line = CutLine(ref raw);
            if (index < first)
            {
                continue;
            }

            if (index > first)
            {
                value[length++] = (byte)'\n';
            }

            length += WriteLine(index == 0 ? line : line[Math.Min(indent, line.Length)..], value[length..]);
        }

        return length;
    }

    /// <summary>The indent common to all lines but the first, and which lines are the first and last that are not blank.</summary>
    private static (int Indent, int First, int Last) Shape(ReadOnlySpan<byte> raw)
    {
        var (indent, first, last) = (int.MaxValue, -1, -1);
        for (var index = 0; !raw.IsEmpty; index++)
        {
            var line = CutLine(ref raw);
            var blank = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
            if (blank < 0)
            {
                continue;
            }

            first = first < 0 ? index : first;
            last = index;
            indent = index == 0 ? indent : Math.Min(indent, blank);
        }

        return (indent, first, last);
    }

    /// <summary>Takes the next line, without its end, from the front of the text.</summary>
    private static ReadOnlySpan<byte> CutLine(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? text : text[..end];
        text = text[line.Length..];
        text = text[(text.StartsWith("\r\n"u8) ? 2 : Math.Min(1, text.Length))..];
        return line;
    }

    private static int WriteLine(ReadOnlySpan<byte> line, Span<byte> value)
    {
        var length = 0;
        for (var run = line.IndexOf(EscapedQuotes); run >= 0; run = line.IndexOf(EscapedQuotes))
        {
            line[..run].CopyTo(value[length..]);
            StringText.BlockQuotes.CopyTo(value[(length + run)..]);
            length += run + StringText.BlockQuotes.Length;
            line = line[(run + EscapedQuotes.Length)..];
        }

        line.CopyTo(value[length..]);
        return length + line.Length;
    }
}
