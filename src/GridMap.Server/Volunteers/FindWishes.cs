using Dapper;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Finds wishes, the newest first, a page at a time.</summary>
public sealed class FindWishes(NpgsqlDataSource database)
{
    public async Task<WishPage> RunAsync(WishFilter filter, int[]? grids, PageRequest page, CancellationToken cancellationToken)
    {
        var columns = filter.Columns(grids);
        columns["at"] = page.Cursor?.At?.UtcDateTime;
        columns["key"] = page.Cursor?.Key;
        columns["limit"] = page.Size + 1;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Wish>(new CommandDefinition(
            Sql.Beside<FindWishes>(page.Backward ? "backward" : ""), columns, cancellationToken: cancellationToken));
        return new WishPage(filter, grids, Page.From(found.AsList(), page, wish => new PageCursor(wish.Number, wish.MadeAt)));
    }
}

/// <summary>A part of a list of wishes, and what the list is of.</summary>
public sealed record WishPage(WishFilter Filter, int[]? Grids, Page<Wish> Page)
{
    public IReadOnlyList<Edge<Wish>> Edges => Page.Edges;

    public IEnumerable<Wish> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
