using GridMap.GraphQL.Execution;
using GridMap.Platform.Schema;

namespace GridMap.Server.Coverage;

/// <summary>The long lists of an answer, a page at a time.</summary>
[ObjectType<CoverageAnswer>("Coverage")]
public static class CoverageResolvers
{
    public static ListPage<CoverageArea> Communities([Parent] CoverageAnswer answer, int? first, string? after, int? last, string? before) =>
        ListPage.Of(answer.AllCommunities, PageRequest.Parse(first, after, last, before).OrError(), area => PageCursor.Of(area.Id));

    public static ListPage<CoverageArea> Grids([Parent] CoverageAnswer answer, int? first, string? after, int? last, string? before) =>
        ListPage.Of(answer.AllGrids, PageRequest.Parse(first, after, last, before).OrError(), area => PageCursor.Of(area.Id));

    public static ListPage<CoverageGapPlace> Gaps([Parent] CoverageAnswer answer, int? first, string? after, int? last, string? before) =>
        ListPage.Of(answer.AllGaps, PageRequest.Parse(first, after, last, before).OrError(), gap => PageCursor.Of(gap.Id));

    public static ListPage<CoverageUnlinkable> Unlinkable([Parent] CoverageAnswer answer, int? first, string? after, int? last, string? before) =>
        ListPage.Of(answer.AllUnlinkable, PageRequest.Parse(first, after, last, before).OrError(), building => PageCursor.Of(building.Id));
}

/// <summary>A part of a list that is in memory whole.</summary>
public sealed record ListPage<T>(Page<T> Page, int TotalCount)
{
    public IReadOnlyList<Edge<T>> Edges => Page.Edges;

    public IEnumerable<T> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}

/// <summary>Makes parts of lists that are in memory whole.</summary>
public static class ListPage
{
    /// <summary>The part behind or before the item with the cursor's key; from the end where no item has it any more.</summary>
    public static ListPage<T> Of<T>(IReadOnlyList<T> all, PageRequest request, Func<T, PageCursor> cursorOf)
    {
        var inOrder = request.Backward ? all.Reverse() : all;
        if (request.Cursor is { } cursor && all.Any(item => cursorOf(item).Key == cursor.Key))
        {
            inOrder = inOrder.SkipWhile(item => cursorOf(item).Key != cursor.Key).Skip(1);
        }

        return new ListPage<T>(Page.From([.. inOrder.Take(request.Size + 1)], request, cursorOf), all.Count);
    }
}
