using Dapper;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Finds activities, those that start last first, a page at a time.</summary>
public sealed class FindActivities(NpgsqlDataSource database)
{
    public async Task<ActivityPage> RunAsync(ActivityFilter filter, int[]? grids, PageRequest page, CancellationToken cancellationToken)
    {
        var columns = filter.Columns(grids);
        columns["at"] = page.Cursor?.At?.UtcDateTime;
        columns["key"] = page.Cursor?.Key;
        columns["limit"] = page.Size + 1;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Activity>(new CommandDefinition(
            Sql.Beside<FindActivities>(page.Backward ? "backward" : ""), columns, cancellationToken: cancellationToken));
        return new ActivityPage(filter, grids, Page.From(found.AsList(), page, activity => new PageCursor(activity.Id.ToString(), activity.StartsAt)));
    }
}

/// <summary>A part of a list of activities, and what the list is of.</summary>
public sealed record ActivityPage(ActivityFilter Filter, int[]? Grids, Page<Activity> Page)
{
    public IReadOnlyList<Edge<Activity>> Edges => Page.Edges;

    public IEnumerable<Activity> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
