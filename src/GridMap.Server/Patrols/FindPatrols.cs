using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Access;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Patrols;

/// <summary>Finds patrols by id, a page at a time, of the grids whose patrols the caller sees.</summary>
public sealed class FindPatrols(NpgsqlDataSource database, CurrentAreas areas, LatestFixes latest, FindSilentPatrols findSilent, TimeProvider clock)
{
    public async Task<PatrolPage> RunAsync(PatrolFilter filter, PageRequest page, Caller caller, CancellationToken cancellationToken)
    {
        var beside = page.Cursor is null ? (long?)null : page.Cursor.Number().OrError();
        var kept = await NarrowAsync(filter, cancellationToken);
        var scope = await areas.ScopeAsync(caller, Permission.SeePatrols, cancellationToken);
        var columns = kept.Columns(scope.Grids, clock.GetUtcNow());
        columns[page.Backward ? "before" : "after"] = beside;
        columns["limit"] = page.Size + 1;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Patrol>(new CommandDefinition(
            Sql.Beside<FindPatrols>(page.Backward ? "backward" : ""), columns, cancellationToken: cancellationToken));
        return new PatrolPage(kept, Page.From(found.AsList(), page, patrol => PageCursor.Of(patrol.Id)));
    }

    /// <summary>What is known in memory and not in the database is told to it as ids.</summary>
    private async ValueTask<PatrolFilter> NarrowAsync(PatrolFilter filter, CancellationToken cancellationToken)
    {
        var inside = filter.Bounds is { } box ? await latest.InsideAsync(box, cancellationToken) : null;
        var heard = filter.Silent is { } silent ? await findSilent.RunAsync(silent, cancellationToken) : null;
        return (inside, heard) switch
        {
            (null, null) => filter,
            (null, _) => filter with { Ids = [.. heard!] },
            (_, null) => filter with { Ids = inside },
            _ => filter with { Ids = [.. inside.Where(heard.Contains)] },
        };
    }
}

/// <summary>A part of a list of patrols, and what the list is of.</summary>
public sealed record PatrolPage(PatrolFilter Filter, Page<Patrol> Page)
{
    public IReadOnlyList<Edge<Patrol>> Edges => Page.Edges;

    public IEnumerable<Patrol> Nodes => Page.Nodes;

    public PageInfo PageInfo => Page.PageInfo;
}
