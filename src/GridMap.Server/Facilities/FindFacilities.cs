using Dapper;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Facilities;

/// <summary>Finds facilities by code, a page at a time.</summary>
public sealed class FindFacilities(NpgsqlDataSource database, FindOpenFacilities findOpen)
{
    public async Task<FacilityPage> RunAsync(FacilityFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var kept = await findOpen.RunAsync(filter, cancellationToken);
        var columns = kept.Columns();
        columns["after"] = page.Backward ? null : page.Cursor?.Key;
        columns["before"] = page.Backward ? page.Cursor?.Key : null;
        columns["limit"] = page.Size + 1;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Facility>(new CommandDefinition(
            Sql.Beside<FindFacilities>(page.Backward ? "backward" : ""), columns, cancellationToken: cancellationToken));
        return new FacilityPage(kept, Page.From(found.AsList(), page, facility => new PageCursor(facility.Code)));
    }
}

/// <summary>A part of a list of facilities, and what the list is of.</summary>
public sealed record FacilityPage(FacilityFilter Filter, Page<Facility> Page)
{
    public IReadOnlyList<Edge<Facility>> Edges => Page.Edges;

    public IEnumerable<Facility> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
