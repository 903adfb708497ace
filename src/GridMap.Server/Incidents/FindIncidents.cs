using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Incidents;

/// <summary>The orders that incidents are listed in; of the same instant, numbers decide.</summary>
public enum IncidentSort
{
    NewestFirst,
    DueSoonest,
}

/// <summary>Finds the incidents that a caller may see, a page at a time.</summary>
public sealed class FindIncidents(NpgsqlDataSource database, IncidentReach reach, TimeProvider clock)
{
    public async Task<IncidentPage> RunAsync(
        IncidentFilter filter, IncidentSort sort, PageRequest page, Caller caller, CancellationToken cancellationToken)
    {
        var grids = await reach.GridsAsync(caller, Permission.SeeIncidents, filter.AreaId, cancellationToken);
        var columns = filter.Columns(grids, clock.GetUtcNow());
        columns["cursor_at"] = page.Cursor?.At?.UtcDateTime;
        columns["cursor_key"] = page.Cursor?.Key;
        columns["limit"] = page.Size + 1;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Incident>(new CommandDefinition(SqlFor(sort, page.Backward), columns, cancellationToken: cancellationToken));
        return new IncidentPage(filter, null, Page.From(found.AsList(), page, incident => CursorOf(incident, sort)));
    }

    public static PageCursor CursorOf(Incident incident, IncidentSort sort) => sort switch
    {
        IncidentSort.NewestFirst => new PageCursor(incident.Number, incident.ReportedAt),
        IncidentSort.DueSoonest => new PageCursor(incident.Number, incident.DueAt),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };

    private static string SqlFor(IncidentSort sort, bool backward) => sort switch
    {
        IncidentSort.NewestFirst => backward ? Sql.Beside<FindIncidents>("backward") : Sql.Beside<FindIncidents>(),
        IncidentSort.DueSoonest => backward ? Sql.Beside<FindIncidents>("dueBackward") : Sql.Beside<FindIncidents>("due"),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };
}

/// <summary>A part of a list of incidents, and what the list is of.</summary>
/// <param name="AreaId">The area it hangs on, if it hangs on one.</param>
public sealed record IncidentPage(IncidentFilter Filter, int? AreaId, Page<Incident> Page)
{
    public IReadOnlyList<Edge<Incident>> Edges => Page.Edges;

    public IEnumerable<Incident> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
