using Dapper;
using GridMap.Core.Access;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>From one time on and before another; null is without an end.</summary>
public readonly record struct CheckInPeriod(DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>Which check-ins of a point are asked for.</summary>
public sealed record CheckInsAsked(CheckInPeriod Period, PageRequest Page);

/// <summary>Loads check-ins at patrol points, newest first, a page of each.</summary>
public sealed class CheckInsOfPoints(NpgsqlDataSource database, CurrentAreas areas, Caller caller) : DataLoader<int, CheckInsAsked, CheckInPage>
{
    protected override async Task<IReadOnlyDictionary<int, CheckInPage>> LoadBatchAsync(
        IReadOnlyList<int> keys, CheckInsAsked arguments, CancellationToken cancellationToken)
    {
        var (period, page) = arguments;
        var scope = await areas.ScopeAsync(caller, Permission.SeeVisits, cancellationToken);
        var columns = new
        {
            ids = keys.ToArray(),
            grids = scope.Grids,
            from = period.From?.UtcDateTime,
            until = period.Until?.UtcDateTime,
            cursor_at = page.Cursor?.At?.UtcDateTime,
            cursor_id = page.Cursor?.Number().OrError(),
            limit = page.Size + 1,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<CheckIn>(new CommandDefinition(
            Sql.Beside<CheckInsOfPoints>(page.Backward ? "backward" : ""), columns, cancellationToken: cancellationToken));
        var byPoint = found.ToLookup(checkIn => checkIn.PatrolPointId);
        return keys.ToDictionary(
            point => point,
            point => new CheckInPage(point, period, Page.From([.. byPoint[point]], page, checkIn => PageCursor.Of(checkIn.Id, checkIn.At))));
    }
}

/// <summary>A part of the list of check-ins at a point, and what the list is of.</summary>
public sealed record CheckInPage(int PatrolPointId, CheckInPeriod Period, Page<CheckIn> Page)
{
    public IReadOnlyList<Edge<CheckIn>> Edges => Page.Edges;

    public IEnumerable<CheckIn> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
