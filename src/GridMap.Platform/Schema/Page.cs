namespace GridMap.Platform.Schema;

/// <summary>A part of a long list (the Connection of the GraphQL cursor connections specification, without its count).</summary>
public sealed record Page<T>(IReadOnlyList<Edge<T>> Edges, PageInfo PageInfo)
{
    public IEnumerable<T> Nodes => Edges.Select(edge => edge.Node);
}

/// <summary>Makes pages of what was found.</summary>
public static class Page
{
    /// <summary>
    /// One item more than asked for tells that there are further ones. Items found backward come in reverse order, as their SQL needs it,
    /// and are turned round here.
    /// </summary>
    public static Page<T> From<T>(IReadOnlyList<T> found, PageRequest request, Func<T, PageCursor> cursorOf)
    {
        var edges = found.Take(request.Size).Select(item => new Edge<T>(cursorOf(item).ToString(), item)).ToArray();
        var more = found.Count > request.Size;
        if (request.Backward)
        {
            Array.Reverse(edges);
        }

        var beside = request.Cursor is not null;
        return new Page<T>(edges, new PageInfo(
            HasNextPage: request.Backward ? beside : more,
            HasPreviousPage: request.Backward ? more : beside,
            StartCursor: edges.FirstOrDefault()?.Cursor,
            EndCursor: edges.LastOrDefault()?.Cursor));
    }
}

/// <summary>An item and its cursor.</summary>
public sealed record Edge<T>(string Cursor, T Node);

/// <summary>What lies before and behind a part of a list.</summary>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
