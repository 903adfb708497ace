using Dapper;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Boundaries;

/// <summary>Finds the newest revisions of the division.</summary>
public sealed class FindLandRevisions(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<LandRevision>> RunAsync(int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var revisions = await connection.QueryAsync<LandRevision>(new CommandDefinition(
            Sql.Beside<FindLandRevisions>(), new { limit }, cancellationToken: cancellationToken));
        return revisions.AsList();
    }
}
