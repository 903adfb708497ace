using Dapper;
using GridMap.GraphQL.Execution;
using GridMap.Platform.Database;
using Npgsql;

namespace GridMap.Server.Volunteers;

/// <summary>Loads who took wishes on.</summary>
public sealed class ClaimsOfWishes(NpgsqlDataSource database) : DataLoader<Guid, Claim>
{
    protected override async Task<IReadOnlyDictionary<Guid, Claim>> LoadBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Claim>(new CommandDefinition(
            Sql.Beside<ClaimsOfWishes>(), new { ids = keys.ToArray() }, cancellationToken: cancellationToken));
        return found.ToDictionary(claim => claim.WishId);
    }
}
