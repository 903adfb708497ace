using System.Buffers.Text;
using System.Globalization;
using System.Text;
using GridMap.Core;

namespace GridMap.Platform.Schema;

/// <summary>
/// The place of an item in a list that is sorted by a key, or by an instant and then by a key: opaque to clients, and good as long as the item keeps
/// both, whatever is added before or behind it.
/// </summary>
/// <param name="Key">Tells items of the same instant apart.</param>
/// <param name="At">Null where the list is sorted by the key alone.</param>
public sealed record PageCursor(string Key, DateTimeOffset? At = null)
{
    private const int LongestText = 200;

    private static readonly Refusal Malformed = new(
        "CURSOR_MALFORMED", "Send a cursor as this field gave it, or none to begin at the end.", "游标无效：请原样使用本字段返回的游标，或不传以从头开始。");

    public static Result<PageCursor?> Parse(string? text)
    {
        if (text is null)
        {
            return default(PageCursor);
        }

        return TryRead(text, out var cursor) ? cursor : Malformed;
    }

    /// <summary>The place of an item in a list that is sorted by an id, or by an instant and then by an id.</summary>
    public static PageCursor Of(long id, DateTimeOffset? at = null) => new(id.ToString(CultureInfo.InvariantCulture), at);

    /// <summary>The key of a list that is sorted by ids.</summary>
    public Result<long> Number() =>
        long.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && !Key.Contains('\0') ? number : Malformed;

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{At?.UtcTicks} {Key}")));

    private static bool TryRead(string text, out PageCursor? cursor)
    {
        cursor = null;
        if (text.Length > LongestText || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ', 2);
        if (parts.Length != 2 || parts[1].Contains('\0'))
        {
            return false;
        }

        var isTimed = long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks;
        cursor = isTimed ? new PageCursor(parts[1], new DateTimeOffset(ticks, TimeSpan.Zero)) : new PageCursor(parts[1]);
        return isTimed || parts[0].Length == 0;
    }
}
