namespace GridMap.GraphQL.Language;

/// <summary>Block strings: what their raw text means (specification, section 2.10.4, BlockStringValue), and how a value is written as one.</summary>
public static class BlockString
{
    private const string Quotes = "\"\"\"";

    private const int LongestInline = 70;

    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    private static ReadOnlySpan<byte> EscapedQuotes => "\\\"\"\""u8;

    /// <summary>Writes what the raw text between the quotes means; never more bytes than the raw text has. Returns how many.</summary>
    internal static int WriteValue(ReadOnlySpan<byte> raw, Span<byte> value)
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

    /// <summary>The value as a block string, quotes on lines of their own unless it is short. Only what <see cref="IsPrintable"/> is read back the same.</summary>
    public static string Print(string value)
    {
        var text = value.Replace(Quotes, "\\" + Quotes, StringComparison.Ordinal);
        var lines = text.Split(LineEnds, StringSplitOptions.None);
        var othersAreIndented = lines.Length > 1 && lines[1..].All(line => line.Length == 0 || IsBlank(line[0]));
        var firstIsIndented = lines.Length == 1 && value.Length > 0 && IsBlank(value[0]);
        var endsInQuotes = text.EndsWith("\\" + Quotes, StringComparison.Ordinal);
        var endNeedsLine = (value.EndsWith('"') && !endsInQuotes) || value.EndsWith('\\');
        var takesLines = lines.Length > 1 || value.Length > LongestInline || endNeedsLine || endsInQuotes;
        var start = (takesLines && !firstIsIndented) || othersAreIndented ? "\n" : "";
        var end = takesLines ? "\n" : "";
        return $"{Quotes}{start}{text}{end}{Quotes}";
    }

    /// <summary>Whether a block string can say the value: no control characters, no blank lines around it, no indent common to all lines.</summary>
    public static bool IsPrintable(string value)
    {
        if (value.Length == 0)
        {
            return true;
        }

        if (value.Any(IsLostInBlock))
        {
            return false;
        }

        var lines = value.Split('\n');
        return !IsBlankLine(lines[0]) && !IsBlankLine(lines[^1]) && (lines.Length == 1 || lines.Any(line => !IsBlankLine(line) && !IsBlank(line[0])));
    }

    private static bool IsLostInBlock(char character) => character is < '\x10' and not ('\t' or '\n');

    private static bool IsBlankLine(string line) => line.All(IsBlank);

    private static bool IsBlank(char character) => character is ' ' or '\t';

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
