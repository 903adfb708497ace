namespace GridMap.GraphQL.Language;

/// <summary>Where the lines of a text begin, and how many UTF-16 units it has up to every block; so a place costs the same wherever it is.</summary>
internal sealed class SourceLines
{
    private const int BlockLength = 1024;

    private readonly ReadOnlyMemory<byte> _text;
    private readonly List<int> _starts;
    private readonly int[] _unitsBeforeBlock;

    public SourceLines(ReadOnlyMemory<byte> text)
    {
        _text = text;
        _starts = StartsOf(text.Span);
        _unitsBeforeBlock = new int[(text.Length / BlockLength) + 1];
        for (var block = 1; block < _unitsBeforeBlock.Length; block++)
        {
            _unitsBeforeBlock[block] = UnitsBefore(block * BlockLength, block - 1);
        }
    }

    public SourceLocation LocationOf(int offset)
    {
        var found = _starts.BinarySearch(offset);
        var line = found < 0 ? ~found - 1 : found;
        return new(line + 1, UnitsBefore(offset) - UnitsBefore(_starts[line]) + 1);
    }

    private static List<int> StartsOf(ReadOnlySpan<byte> text)
    {
        var starts = new List<int>(1 + text.Count((byte)'\n') + text.Count((byte)'\r')) { 0 };
        var position = 0;
        for (var end = text.IndexOfAny((byte)'\n', (byte)'\r'); end >= 0; end = text[position..].IndexOfAny((byte)'\n', (byte)'\r'))
        {
            position += end;
            position += text[position..].StartsWith("\r\n"u8) ? 2 : 1;
            starts.Add(position);
        }

        return starts;
    }

    private int UnitsBefore(int offset) => UnitsBefore(offset, offset / BlockLength);

    private int UnitsBefore(int offset, int block)
    {
        var units = _unitsBeforeBlock[block];
        foreach (var value in _text.Span[(block * BlockLength)..offset])
        {
            units += UnitsOf(value);
        }

        return units;
    }

    /// <summary>A first byte counts for its character, two if that is a surrogate pair; the bytes behind it count for nothing.</summary>
    private static int UnitsOf(byte value) => value switch
    {
        < 0x80 => 1,
        < 0xC0 => 0,
        < 0xF0 => 1,
        _ => 2,
    };
}
