using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Counts who signed up for activities.</summary>
public sealed class SignupCounts(NpgsqlDataSource database) : DataLoader<Guid, int>
{
    protected override async Task<IReadOnlyDictionary<Guid, int>> LoadBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<(Guid ActivityId, int Count)>(new CommandDefinition(
            Sql.Beside<SignupCounts>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(row => row.ActivityId, row => row.Count);
    }
}
