using Dapper;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Finds areas by code, a page at a time.</summary>
public sealed class FindAreas(NpgsqlDataSource database)
{
    public async Task<AreaPage> RunAsync(AreaFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var columns = filter.Columns(
            after: page.Backward ? null : page.Cursor?.Key, before: page.Backward ? page.Cursor?.Key : null, limit: page.Size + 1);
        var found = await connection.QueryAsync<Area>(new CommandDefinition(
            Sql.Beside<FindAreas>(page.Backward ? "backward" : ""), columns, cancellationToken: cancellationToken));
        return new AreaPage(filter, Page.From(found.AsList(), page, area => new PageCursor(area.Code)));
    }
}

/// <summary>A part of a list of areas, and what the list is of.</summary>
public sealed record AreaPage(AreaFilter Filter, Page<Area> Page)
{
    public IReadOnlyList<Edge<Area>> Edges => Page.Edges;

    public IEnumerable<Area> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
