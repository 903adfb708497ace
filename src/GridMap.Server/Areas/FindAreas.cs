using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Areas;

/// <summary>Finds areas by code, a page at a time.</summary>
public sealed class FindAreas(NpgsqlDataSource database)
{
    public async Task<AreaPage> RunAsync(AreaFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var areas = await Rows.ReadAsync(
            database,
            Sql.Beside<FindAreas>(page.Backward ? "backward" : ""),
            AreaRow.Read,
            cancellationToken,
            filter.Parameters(Rows.Value(page.Cursor?.Key), Rows.Value(page.Size + 1)));
        return new AreaPage(filter, Page.From(areas, page, area => new PageCursor(area.Code)));
    }
}

/// <summary>A part of a list of areas, and what the list is of.</summary>
public sealed record AreaPage(AreaFilter Filter, Page<Area> Page)
{
    public IReadOnlyList<Edge<Area>> Edges => Page.Edges;

    public IEnumerable<Area> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
