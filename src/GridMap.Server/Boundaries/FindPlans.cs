using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Finds plans, the one changed last first, a page at a time.</summary>
public sealed class FindPlans(NpgsqlDataSource database)
{
    public async Task<PlanPage> RunAsync(PlanFilter filter, PageRequest page, Caller caller, CancellationToken cancellationToken)
    {
        var columns = filter.Columns(caller);
        columns["cursor_at"] = page.Cursor?.At?.UtcDateTime;
        columns["cursor_key"] = page.Cursor is { } cursor ? (int)Math.Min(int.MaxValue, cursor.Number().OrError()) : null;
        columns["limit"] = page.Size + 1;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Plan>(new CommandDefinition(
            Sql.Beside<FindPlans>(page.Backward ? "backward" : ""), columns, cancellationToken: cancellationToken));
        return new PlanPage(Page.From(found.AsList(), page, plan => PageCursor.Of(plan.Id, plan.ChangedAt)));
    }
}

/// <summary>A part of a list of plans.</summary>
public sealed record PlanPage(Page<Plan> Page)
{
    public IReadOnlyList<Edge<Plan>> Edges => Page.Edges;

    public IEnumerable<Plan> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
