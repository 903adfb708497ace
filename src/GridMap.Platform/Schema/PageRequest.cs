using GridMap.Core;

namespace GridMap.Platform.Schema;

/// <summary>Which part of a long list is asked for: so many items from its beginning or after a cursor, or so many at its end or before one.</summary>
/// <param name="Size">How many items at most.</param>
/// <param name="Backward">Counted from the end; the items themselves keep their order.</param>
/// <param name="Cursor">The item beside which the part begins, which is not in it; null at the end itself.</param>
public sealed record PageRequest(int Size, bool Backward, PageCursor? Cursor)
{
    public const int StandardSize = 50;
    public const int LargestSize = 500;

    private static readonly Refusal SizeOutOfRange = new(
        "PAGE_SIZE_OUT_OF_RANGE", $"Ask for 1 to {LargestSize} items by first or last.", $"first 或 last 须在 1 至 {LargestSize} 之间。");

    private static readonly Refusal BothEnds = new(
        "PAGE_AMBIGUOUS", "Send first with after, or last with before, not both.", "请仅使用 first/after 或 last/before 中的一组。");

    /// <summary>Reads the four arguments of a connection field.</summary>
    public static Result<PageRequest> Parse(int? first, string? after, int? last, string? before)
    {
        var backward = last is not null || before is not null;
        if (backward && (first is not null || after is not null))
        {
            return BothEnds;
        }

        var size = first ?? last ?? StandardSize;
        if (size is < 1 or > LargestSize)
        {
            return SizeOutOfRange;
        }

        var cursor = PageCursor.Parse(after ?? before);
        return cursor.Refusal is { } refusal ? refusal : new PageRequest(size, backward, cursor.Value);
    }
}
