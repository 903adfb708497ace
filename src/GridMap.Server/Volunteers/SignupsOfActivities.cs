using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Loads who signed up for activities, in order of time.</summary>
public sealed class SignupsOfActivities(NpgsqlDataSource database) : DataLoader<Guid, IReadOnlyList<Signup>>
{
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Signup>>> LoadBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Signup>(new CommandDefinition(
            Sql.Beside<SignupsOfActivities>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.GroupBy(signup => signup.ActivityId).ToDictionary(group => group.Key, IReadOnlyList<Signup> (group) => [.. group]);
    }
}
