using System.Text;

namespace GridMap.GraphQL.Tests.Language;

/// <summary>Damages a document by chance: bytes and pieces of it are changed, taken out, doubled or put elsewhere.</summary>
internal static class Mutation
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "\\", "\\u", "\\u{", "\\uD83D", ".", "...", "..", "!", "$", "&", "@", "=", "|", ":", "#", "'", "-", "0", "00", "1e",
            "on", "extend", "true", "\0", "\n", "\r", "é", "网", "😀", "\uFEFF", "%",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE7],
    ];

    public static byte[] Of(byte[] document, Random random)
    {
        var bytes = new List<byte>(document);
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var position = random.Next(bytes.Count + 1);
        var length = random.Next(Math.Min(12, bytes.Count - position) + 1);
        switch (random.Next(4))
        {
            case 0:
                bytes.InsertRange(position, Pieces[random.Next(Pieces.Length)]);
                break;
            case 1:
                bytes.RemoveRange(position, length);
                break;
            case 2:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(position, length));
                break;
            default:
                bytes.RemoveRange(position, Math.Min(1, length));
                bytes.InsertRange(position, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }
}
