using GridMap.GraphQL.Tests.Reference.Generation;

namespace GridMap.GraphQL.Tests.Hostile;

/// <summary>Spoils a text byte by byte, without regard for tokens or for UTF-8.</summary>
public sealed class ByteMutator(Dice dice, IReadOnlyList<byte[]> corpus)
{
    private const int Longest = 20_000;

    /// <summary>Letters and digits for names and numbers, and blanks: what changes a meaning but seldom the syntax.</summary>
    private static readonly byte[] Harmless = [.. "abefgijort0123456789_ ,\n"u8];

    private static readonly byte[][] Pieces =
    [
        [.. "{"u8], [.. "}"u8], [.. "("u8], [.. ")"u8], [.. "["u8], [.. "]"u8], [.. "..."u8], [.. "\"\"\""u8], [.. "\""u8], [.. "\\u{"u8], [.. "\\uD83D\\uDE00"u8],
        [.. "$"u8], [.. "@skip(if:true)"u8], [.. "#"u8], [.. "\uFEFF"u8], [.. "1e999"u8], [.. "-0"u8], [.. "null"u8], [.. "on"u8], [.. "fragment"u8], [.. "网"u8],
        [.. "__typename"u8], [.. "{a:{a:{a:"u8], [.. "[[[["u8], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0], [.. "\r"u8], [.. "query("u8],
    ];

    public byte[] Next()
    {
        var text = new List<byte>(dice.Pick(corpus));
        for (var changes = dice.OneIn(3) ? dice.Between(2, 6) : 1; changes > 0; changes--)
        {
            Change(text);
        }

        return text.Count > Longest ? [.. text[..Longest]] : [.. text];
    }

    private void Change(List<byte> text)
    {
        var at = dice.Roll(text.Count + 1);
        var length = Math.Min(dice.Roll(dice.OneIn(4) ? 200 : 10), text.Count - at);
        switch (dice.Roll(8))
        {
            case 0 when at < text.Count:
                text[at] = dice.OneIn(3) ? dice.Byte() : dice.Pick(Harmless);
                break;
            case 1 when at < text.Count:
                text[at] ^= (byte)(1 << dice.Roll(8));
                break;
            case 2:
                text.RemoveRange(at, length);
                break;
            case 3:
                text.InsertRange(dice.Roll(text.Count + 1), text.GetRange(at, length));
                break;
            case 4:
                Splice(text, at);
                break;
            case 5 when dice.OneIn(4):
                Repeat(text, at, length);
                break;
            default:
                text.InsertRange(at, dice.Pick(Pieces));
                break;
        }
    }

    /// <summary>Goes on with the end of another text.</summary>
    private void Splice(List<byte> text, int at)
    {
        var other = dice.Pick(corpus);
        text.RemoveRange(at, text.Count - at);
        text.AddRange(other.AsSpan(dice.Roll(other.Length)));
    }

    private void Repeat(List<byte> text, int at, int length)
    {
        var run = text.GetRange(at, length);
        for (var times = dice.Roll(100); times > 0 && text.Count < Longest; times--)
        {
            text.InsertRange(at, run);
        }
    }
}
