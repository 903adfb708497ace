using Dapper;
using GridMap.Platform.Database;
using GridMap.Platform.Schema;
using Npgsql;

namespace GridMap.Server.Patrols.Playback;

/// <summary>Finds who played back which tracks, the newest first, a page at a time.</summary>
public sealed class FindPlaybacks(NpgsqlDataSource database)
{
    public async Task<PlaybackPage> RunAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var columns = new { cursor = page.Cursor is { } cursor ? cursor.Number().OrError() : (long?)null, limit = page.Size + 1 };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Playback>(new CommandDefinition(
            Sql.Beside<FindPlaybacks>(page.Backward ? "backward" : ""), columns, cancellationToken: cancellationToken));
        return new PlaybackPage(Page.From(found.AsList(), page, playback => PageCursor.Of(playback.Id)));
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(Sql.Beside<FindPlaybacks>("count"), cancellationToken: cancellationToken));
    }
}
