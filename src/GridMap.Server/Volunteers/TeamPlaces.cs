using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Loads the communities of teams; nothing for one of the whole place.</summary>
public sealed class TeamPlaces(NpgsqlDataSource database) : DataLoader<int, int?>
{
    protected override async Task<IReadOnlyDictionary<int, int?>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<(int TeamId, int? CommunityId)>(new CommandDefinition(
            Sql.Beside<TeamPlaces>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(row => row.TeamId, row => row.CommunityId);
    }
}
