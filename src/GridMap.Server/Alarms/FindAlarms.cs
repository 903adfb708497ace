using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Alarms;

/// <summary>Finds the alarms that a caller may see, the newest first, a page at a time.</summary>
public sealed class FindAlarms(NpgsqlDataSource database, CurrentAreas areas)
{
    public async Task<AlarmPage> RunAsync(AlarmFilter filter, PageRequest page, Caller caller, CancellationToken cancellationToken)
    {
        var columns = filter.Columns(await areas.ScopeAsync(caller, Permission.SeeAlarms, filter.AreaId, cancellationToken));
        columns["cursor"] = page.Cursor is { } cursor ? cursor.Number().OrError() : (long?)null;
        columns["limit"] = page.Size + 1;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Alarm>(new CommandDefinition(
            Sql.Beside<FindAlarms>(page.Backward ? "backward" : ""), columns, cancellationToken: cancellationToken));
        return new AlarmPage(filter, Page.From(found.AsList(), page, alarm => PageCursor.Of(alarm.Id)));
    }
}

/// <summary>A part of a list of alarms, and what the list is of.</summary>
public sealed record AlarmPage(AlarmFilter Filter, Page<Alarm> Page)
{
    public IReadOnlyList<Edge<Alarm>> Edges => Page.Edges;

    public IEnumerable<Alarm> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
