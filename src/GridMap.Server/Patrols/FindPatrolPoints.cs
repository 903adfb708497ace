using Dapper;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Finds patrol points by code, a page at a time.</summary>
public sealed class FindPatrolPoints(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<PatrolPointPage> RunAsync(PatrolPointFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var columns = filter.Columns(clock.GetUtcNow());
        columns[page.Backward ? "before" : "after"] = page.Cursor?.Key;
        columns["limit"] = page.Size + 1;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<PatrolPoint>(new CommandDefinition(
            Sql.Beside<FindPatrolPoints>(page.Backward ? "backward" : ""), columns, cancellationToken: cancellationToken));
        return new PatrolPointPage(filter, Page.From(found.AsList(), page, point => new PageCursor(point.Code)));
    }
}

/// <summary>A part of a list of patrol points, and what the list is of.</summary>
public sealed record PatrolPointPage(PatrolPointFilter Filter, Page<PatrolPoint> Page)
{
    public IReadOnlyList<Edge<PatrolPoint>> Edges => Page.Edges;

    public IEnumerable<PatrolPoint> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
