using Dapper;
using GridMap.Core.Access;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Patrols.Playback;

/// <summary>Finds a playback that a caller has begun and that has not expired.</summary>
public sealed class FindPlayback(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<Playback?> RunAsync(long id, Caller caller, CancellationToken cancellationToken)
    {
        var columns = new { id, actor = caller.Name, since = (clock.GetUtcNow() - Playback.Lasts).UtcDateTime };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Playback>(new CommandDefinition(
            Sql.Beside<FindPlayback>(), columns, cancellationToken: cancellationToken));
    }
}
